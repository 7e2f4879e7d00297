import { PDF_LIMITS } from "./limits.ts";

const IMAGE = /\/Subtype\s{0,9}\/Image\b/gu;
/** How far from its mark the words of a picture's dictionary are looked for, in bytes. */
const AROUND = 2000;
const SIDES = [
  /\/Width\s{1,9}(\d{1,9})(?!\d|\s{1,9}\d{1,9}\s{1,9}R)/u,
  /\/Height\s{1,9}(\d{1,9})(?!\d|\s{1,9}\d{1,9}\s{1,9}R)/u,
];

/** Pictures that are looked for; what has more is no report. */
const MOST = 2000;

/** The dots of each picture of a PDF, which says so in words that no packing hides; infinitely many where they are not said. */
export function pictureSizes(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const sizes: number[] = [];
  for (const { index } of file.matchAll(IMAGE)) {
    if (sizes.length === MOST) return [...sizes, Infinity];
    const before = file.slice(Math.max(0, index - AROUND), index);
    const after = file.slice(index, index + AROUND);
    const begun = before.slice(before.lastIndexOf(" obj") + 1);
    const [words = ""] = (begun + after).split(/>>\s{0,9}stream/u, 1);
    const [width, height] = SIDES.map((side) => Number(side.exec(words)?.[1] ?? Infinity));
    sizes.push((width ?? 0) * (height ?? 0));
  }
  return sizes;
}

/** The most dots that a picture of a file may have to be looked at: those of its largest, unless all together are too many. */
export function mostDots(sizes: readonly number[]): number {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return all > PDF_LIMITS.allDots ? PDF_LIMITS.dots : Math.max(PDF_LIMITS.dots, ...sizes);
}
