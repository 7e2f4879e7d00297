import type { Issue } from "#lib/checks/issue.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import type { Text } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";

/** Notes shown of one file: more nobody reads. */
const MAX_NOTES = 50;

/** What the reader has to say about the file as a whole or a section of it, each once; what is about cells is a doubt. */
export function notesOf(content: ReportContent, issues: readonly Issue[]): Text[] {
  const sections = editionById(content.edition)?.sections;
  const notes = issues
    .filter(({ cells }) => cells.length === 0)
    .map(({ message, section }) => {
      const heading = section && sections?.[section];
      return heading
        ? { zh: `${heading.zh}：${message.zh}`, en: `${heading.en}: ${message.en}` }
        : message;
    });
  return [...new Map(notes.map((note) => [note.zh, note])).values()].slice(0, MAX_NOTES);
}
