import { importArchive } from "#lib/reports/commands-archive.ts";
import { type ReportWorld, soundContent } from "./report-world.ts";

/** Publishes a sound report as a copy from an archive; answers its id. */
export async function archiveCopy(
  { admin }: ReportWorld,
  { agencyId, year }: { agencyId: string; year: number },
  now: Date,
): Promise<string> {
  const archive = { sourceUrl: null, sourceName: "测试", summarised: false };
  const copy = { agencyId, year, content: soundContent(year), ...archive };
  const made = await importArchive(admin, copy, now);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.reportId;
}
