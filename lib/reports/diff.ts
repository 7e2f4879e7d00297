import {
  type Cell,
  type CellKey,
  type ReportContent,
  SECTION_KEYS,
  type SectionKey,
} from "#lib/editions/content.ts";
import { METADATA_FIELDS, type MetadataField } from "./content-schema.ts";

export interface CellChange {
  key: CellKey;
  before: Cell | null;
  after: Cell | null;
}

/** A paragraph that stayed, came or went. */
export interface ParagraphChange {
  kind: "same" | "added" | "removed";
  text: string;
}

export interface ContentDiff {
  cells: CellChange[];
  /** Only the sections whose words changed. */
  sections: { key: SectionKey; paragraphs: ParagraphChange[] }[];
  metadata: { field: MetadataField; before: string | null; after: string | null }[];
}

/** Beyond this many comparisons two texts are shown as one that went and one that came. */
const MAX_COMPARISONS = 1_000_000;

/** What changed between two versions of a report: figures as they say (not as they were typed), prose by paragraphs. */
export function diffVersions(before: ReportContent, after: ReportContent): ContentDiff {
  return {
    cells: cellChanges(before, after),
    sections: SECTION_KEYS.flatMap((key) => {
      const [old, young] = [paragraphsOf(before, key), paragraphsOf(after, key)];
      if (old.join("\n") === young.join("\n")) return [];
      return [{ key, paragraphs: diffParagraphs(old, young) }];
    }),
    metadata: METADATA_FIELDS.flatMap((field) =>
      before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
    ),
  };
}

function cellChanges(before: ReportContent, after: ReportContent): CellChange[] {
  const keys = new Set([...Object.keys(before.cells), ...Object.keys(after.cells)]);
  return [...keys].flatMap((key) => {
    const [old, young] = [before.cells[key] ?? null, after.cells[key] ?? null];
    return saying(old) === saying(young) ? [] : [{ key, before: old, after: young }];
  });
}

/** What a figure says, whatever it was written like. */
export function saying(cell: Cell | null): string {
  if (!cell) return "absent";
  return [cell.state, cell.value ?? cell.raw.trim(), cell.unit ?? ""].join(" ");
}

function paragraphsOf(content: ReportContent, key: SectionKey): string[] {
  const section = content.sections.find((each) => each.key === key);
  if (!section) return [];
  const heading = section.heading ? [section.heading] : [];
  return [...heading, ...section.text.split("\n")].filter((line) => line.trim() !== "");
}

/** The shortest way from one list of paragraphs to the other (longest common subsequence). */
export function diffParagraphs(
  before: readonly string[],
  after: readonly string[],
): ParagraphChange[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let tail = 0;
  const rest = Math.min(before.length, after.length) - start;
  while (tail < rest && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const same = (text: string): ParagraphChange => ({ kind: "same", text });
  return [
    ...before.slice(0, start).map(same),
    ...diffMiddle(
      before.slice(start, before.length - tail),
      after.slice(start, after.length - tail),
    ),
    ...before.slice(before.length - tail).map(same),
  ];
}

function diffMiddle(before: readonly string[], after: readonly string[]): ParagraphChange[] {
  const removed = (text: string): ParagraphChange => ({ kind: "removed", text });
  const added = (text: string): ParagraphChange => ({ kind: "added", text });
  if (before.length * after.length > MAX_COMPARISONS)
    return [...before.map(removed), ...after.map(added)];
  const lengths = commonLengths(before, after);
  const at = (i: number, j: number) => lengths[i * (after.length + 1) + j] ?? 0;
  const changes: ParagraphChange[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, young] = [before[i], after[j]];
    if (old !== undefined && old === young) {
      changes.push({ kind: "same", text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (young === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push(removed(old));
      i += 1;
    } else if (young !== undefined) {
      changes.push(added(young));
      j += 1;
    }
  }
  return changes;
}

/** Lengths of the longest common subsequence of every pair of tails, row by row. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}
