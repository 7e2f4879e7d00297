import { z } from "zod";
import type { Db } from "#lib/platform/db.ts";

const release = z.object({ at: z.iso.datetime().transform((at) => new Date(at)) });

/** The setting that holds back every report of a year until its release date. */
export const releaseKey = (year: number) => `release.${year}`;

/** Until when the reports of a year are held back; null where nobody set a release date. */
export async function releaseOf(db: Db, year: number): Promise<Date | null> {
  const setting = await db.setting.findUnique({ where: { key: releaseKey(year) } });
  const parsed = release.safeParse(setting?.value);
  return parsed.success ? parsed.data.at : null;
}
