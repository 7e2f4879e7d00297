import { readSource } from "#lib/reader/read.ts";
import { FORMATS, type Format, PAGE_LAYOUTS } from "#lib/testing/ugly/layouts.ts";
import { uglyCase } from "#lib/testing/ugly/render.ts";

export interface Speed {
  format: Format;
  perSecond: number;
  median: number;
  p95: number;
}

export interface Memory {
  read: number;
  /** Megabytes, after a collection where the runtime offers one. */
  rss: number;
  heap: number;
}

/** Different files of a format, more than any cache would hold. */
const SAMPLES = 40;
const STEPS = 10;
const MEGABYTE = 1_048_576;

/** Sound files of every format, written beforehand. */
export function fileKinds(): { format: Format; files: Uint8Array[] }[] {
  return FORMATS.map((format) => {
    const layouts = PAGE_LAYOUTS.filter((layout) => layout.format === format);
    const files = Array.from({ length: SAMPLES }, (_, index) => {
      const layout = layouts[index % layouts.length];
      const shape = { format, ...(layout ? { layout } : {}) };
      return uglyCase(index + 1, { injuries: [], shape }).bytes;
    });
    return { format, files };
  });
}

/** Reads the files of a format round and round; the first round is not counted. */
export async function measureSpeed(
  { format, files }: { format: Format; files: readonly Uint8Array[] },
  span: number,
): Promise<Speed> {
  for (const file of files) await readSource(file, "bench");
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const begun = performance.now();
  while (performance.now() - begun < span)
    for (const file of files) {
      const start = performance.now();
      await readSource(file, "bench");
      times.push(performance.now() - start);
    }
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  // A second of processor time, so that other work on the machine does not count.
  const perSecond = times.length / ((user + system) / 1_000_000);
  return { format, perSecond, median: at(0.5), p95: at(0.95) };
}

/** Memory at ten points of reading many files of all formats one after another. */
export async function measureMemory(count: number): Promise<Memory[]> {
  const files = fileKinds().flatMap((kind) => kind.files);
  const points: Memory[] = [];
  const every = Math.max(1, Math.floor(count / STEPS));
  for (let read = 1; read <= count; read++) {
    const file = files[(read * 7) % files.length];
    if (file) await readSource(file, "bench");
    if (read % every === 0) points.push(memoryAfter(read));
  }
  return points;
}

function memoryAfter(read: number): Memory {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { read, rss: rss / MEGABYTE, heap: heapUsed / MEGABYTE };
}
