/** What is moved up or down by as much as a row is high stands in another row, in pixels. */
const ROW = 24;
const PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16 };
const LENGTH = /^([-+]?\d{0,6}(?:\.\d{1,6})?)(px|pt|r?em)$/iu;
/** The usual ways to set something into the middle of its box, or to make room for what was moved. */
const CENTRED =
  /(?:^|[;\s])(?:position\s*:\s*(?:absolute|fixed|sticky)|padding-top\s*:|padding\s*:)/iu;
const RELATIVE = /(?:^|[;\s])position\s*:\s*relative/iu;
const MARGIN = /(?:^|[;\s])margin(?:-top)?\s*:\s*([^;\s]{1,20})/giu;
const EDGE = /(?:^|[;\s])(?:top|bottom)\s*:\s*([^;\s]{1,20})/giu;
const TRANSLATE = /(?:^|[;\s])transform\s*:[^;]{0,60}\btranslate(y|3d)?\(([^)]{1,60})\)/giu;
const TRANSLATED = /(?:^|[;\s])translate\s*:\s*[^;\s]{1,20}\s+([^;\s]{1,20})/giu;

/** Whether declarations of a style move what stands in an element into another row than its own. */
export function isShifted(style: string): boolean {
  if (!/-|relative|trans/iu.test(style)) return false;
  const isUp = firstsOf(style, MARGIN).some((one) => pixelsOf(one) <= -ROW);
  if (isUp && !CENTRED.test(style)) return true;
  const moved = [
    ...(RELATIVE.test(style) ? firstsOf(style, EDGE) : []),
    ...firstsOf(style, TRANSLATED),
    ...Array.from(style.matchAll(TRANSLATE), ([, kind, lengths = ""]) => {
      const [x = "", y = ""] = lengths.split(",");
      return kind?.toLowerCase() === "y" ? x : y;
    }),
  ];
  return moved.some((one) => Math.abs(pixelsOf(one)) >= ROW);
}

function firstsOf(style: string, way: RegExp): string[] {
  return Array.from(style.matchAll(way), ([, first = ""]) => first);
}

/** A length in pixels; zero where it is none, or a part of something. */
function pixelsOf(length: string): number {
  const [, size = "", unit = ""] = LENGTH.exec(length.trim()) ?? [];
  return (Number(size) || 0) * (PIXELS[unit.toLowerCase()] ?? 0);
}
