import { findDates } from "#lib/chinese/dates.ts";
import { linesOf, type Range } from "./plain.ts";

/** The signature below a report: who signed and when. */
export interface Signature extends Range {
  agency: Range | null;
  signedOn: string | null;
}

const LINES = 14;
const LONGEST_NAME = 34;
const NAME =
  /^[^\d,。;:!?、()|]{2,34}(?:政府|办公室|办公厅|局|厅|委员会|委|办事处|管委会|中心|院|社|处|队|公司|办|部|署|所|站|行|区|县|市|镇|乡|街道)$/u;

/** Whether words read as the name of an organ. */
export function isAgencyName(words: string): boolean {
  return NAME.test(words.replace(/\s+/gu, ""));
}

/** Finds the signature among the last lines of a stretch of folded text. */
export function findSignature(text: string, range: Range): Signature | null {
  const lines = linesOf(text, range).slice(-LINES);
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    const date = line && dateLine(text, line);
    if (!line || !date) continue;
    if (date.name) return { ...line, agency: date.name, signedOn: date.iso };
    // The name stands on a line above, or, in some houses, below.
    const above = lines.slice(Math.max(0, index - 2), index).findLast(isText(text));
    const isNamed = above && isAgencyName(text.slice(above.start, above.end));
    const start = isNamed ? above.start : line.start;
    return { start, end: line.end, agency: isNamed ? above : null, signedOn: date.iso };
  }
  return null;
}

const isText = (text: string) => (line: Range) =>
  /\p{Script=Han}/u.test(text.slice(line.start, line.end));

function dateLine(text: string, line: Range): { iso: string; name: Range | null } | null {
  if (line.end - line.start > LONGEST_NAME + 24) return null;
  const words = text.slice(line.start, line.end);
  const date = findDates(words).at(-1);
  if (!date) return null;
  const rest = words.slice(date.end).replace(/[|\s()]/gu, "");
  const before = words.slice(0, date.start).replace(/[|\s(]+$/u, "");
  if (rest !== "") return null;
  if (before === "" || before === "(") return { iso: date.iso, name: null };
  if (!isAgencyName(before)) return null;
  return { iso: date.iso, name: { start: line.start, end: line.start + before.length } };
}
