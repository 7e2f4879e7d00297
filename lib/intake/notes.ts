import type { Issue } from "#lib/checks/issue.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import type { Text } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";

/** Notes shown of one file: more nobody reads. */
const MAX_NOTES = 50;
/** Characters of a note that are kept. */
const MAX_NOTE = 900;

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
  return [...new Map(notes.map((note) => [note.zh, cut(note)])).values()].slice(0, MAX_NOTES);
}

function cut({ zh, en }: Text): Text {
  const short = (text: string) => (text.length > MAX_NOTE ? `${text.slice(0, MAX_NOTE)}…` : text);
  return { zh: short(zh), en: short(en) };
}
