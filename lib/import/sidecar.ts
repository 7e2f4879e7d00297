import { readFile } from "node:fs/promises";
import { z } from "zod";

const web = z.url({ protocol: /^https?$/ }).max(2000);
const notes = z.object({
  url: web.optional(),
  sourceUrl: web.optional(),
  agencyId: z.string().min(1).max(64).optional(),
});

/** What stands beside a file about where it came from. */
export interface Sidecar {
  sourceUrl: string | null;
  agencyId: string | null;
}

const NONE: Sidecar = { sourceUrl: null, agencyId: null };
const LARGEST = 65_536;

/** Reads `FILE.url`, `FILE.json`, or the same with the file's own ending left out; what is not as it should be is passed over. */
export async function sidecarOf(path: Buffer): Promise<Sidecar> {
  const stem = withoutEnding(path);
  for (const base of stem ? [path, stem] : [path]) {
    const url = urlIn(await textOf(base, ".url"));
    const json = notesIn(await textOf(base, ".json"));
    const sourceUrl = json?.sourceUrl ?? json?.url ?? url;
    const agencyId = json?.agencyId ?? null;
    if (sourceUrl !== null || agencyId !== null) return { sourceUrl, agencyId };
  }
  return NONE;
}

function withoutEnding(path: Buffer): Buffer | null {
  const dot = path.lastIndexOf(0x2e);
  return dot > path.lastIndexOf(0x2f) + 1 ? path.subarray(0, dot) : null;
}

async function textOf(base: Buffer, ending: string): Promise<string | null> {
  const path = Buffer.concat([base, Buffer.from(ending)]);
  const bytes = await readFile(path).catch(() => null);
  return bytes && bytes.length <= LARGEST ? bytes.toString("utf8").replace(/^\uFEFF/u, "") : null;
}

/** The address alone, or as Windows writes a link ([InternetShortcut] URL=…). */
function urlIn(text: string | null): string | null {
  const line = text && (/^URL=(.+)$/imu.exec(text)?.[1] ?? text.trim());
  const parsed = web.safeParse(line ? line.trim() : null);
  return parsed.success ? parsed.data : null;
}

function notesIn(text: string | null): z.infer<typeof notes> | null {
  if (text === null) return null;
  try {
    return notes.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // No JSON: no notes.
    return null;
  }
}
