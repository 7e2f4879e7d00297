import { fold } from "#lib/chinese/fold.ts";
import type { Block, Table } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import type { Range } from "../../plain.ts";
import { charactersOf } from "../pdf/form-heads.ts";
import { areBesideInOrder, areInOrder } from "./head-order.ts";

/** The heads of a table, broken over lines that a program put down one after another, as the form words them. */
export interface DumpedHeads extends Range {
  texts: readonly string[];
}

/** Heads have no more lines than this, with a character in each. */
const MOST_LINES = 120;
/** How many lines of one text heads are looked for from, and how many lines are tried in all. */
const TRIES = 3000;

/**
 * Finds heads whose lines have all characters of a form's heads and no others, nothing in their lines speaking against the
 * form's order. Where lines say nothing of what stands beside what, that is all that can be known.
 */
export function dumpedHeads(text: string, isPageNumber: (line: Range) => boolean): DumpedHeads[] {
  const lines = linesOf(text).filter((line) => !isPageNumber(line));
  const found: DumpedHeads[] = [];
  const budget = { tries: TRIES };
  for (let from = 0; from < lines.length && budget.tries > 0; from++) {
    const heads = headsAt(lines, from, budget);
    if (!heads) continue;
    const { count, texts } = heads;
    from += count - 1;
    found.push({ start: lines[from - count + 1]?.start ?? 0, end: lines[from]?.end ?? 0, texts });
  }
  return found;
}

/** The heads that the lines from one on spell, and how many lines they take. */
function headsAt(lines: readonly TextLine[], from: number, budget: { tries: number }) {
  const open = new Map<string, number>();
  let length = 0;
  for (let to = from; to < Math.min(lines.length, from + MOST_LINES) && budget.tries > 0; to++) {
    const own = charactersOf(lines[to]?.text ?? "");
    for (const one of own) open.set(one, (open.get(one) ?? 0) + 1);
    length += own.length;
    if (own.some((one) => (open.get(one) ?? 0) > (known().get(one) ?? 0))) return null;
    budget.tries--;
    const texts = spelled(open, length, lines.slice(from, to + 1));
    if (texts) return { count: to - from + 1, texts };
  }
  return null;
}

interface TextLine extends Range {
  text: string;
}

const LONGEST = 160;
/** Cells laid out by blanks say what stands beside what: they are read otherwise. */
const LAID_OUT = /\S\s{2,}\S|[|\t]/u;

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    const isOther = end - start > LONGEST || LAID_OUT.test(text.slice(start, end));
    const own = isOther ? "\0" : fold(text.slice(start, end)).trim();
    if (own !== "") lines.push({ start, end, text: own });
    start = end + 1;
  }
  return lines;
}

/** The heads of one block, with or without what may stand above them. */
interface Form {
  table: Table;
  block: Block;
  texts: readonly string[];
  characters: readonly string[];
  counts: ReadonlyMap<string, number>;
}

let forms: readonly Form[] | undefined;
let most: ReadonlyMap<string, number> | undefined;

/** How often each character is in heads, at most. */
function known(): ReadonlyMap<string, number> {
  if (most) return most;
  const counts = new Map<string, number>();
  for (const form of allForms())
    for (const [one, count] of form.counts) counts.set(one, Math.max(counts.get(one) ?? 0, count));
  most = counts;
  return counts;
}

/** Fewer heads may have the same characters by chance. */
const FEWEST = 4;

function allForms(): readonly Form[] {
  forms ??= EDITIONS.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      table.blocks
        .filter(({ columns }) => columns.length >= FEWEST)
        .flatMap((block) =>
          headWays(table, block).map((texts): Form => {
            const characters = texts.flatMap(charactersOf);
            const counts = new Map<string, number>();
            for (const one of characters) counts.set(one, (counts.get(one) ?? 0) + 1);
            return { table, block, texts, characters, counts };
          }),
        ),
    ),
  );
  return forms;
}

/** The heads of a block in the ways in which they are printed, with or without what may stand above them. */
export function headWays(table: Table, block: Block): string[][] {
  const zh = ({ label }: { label: { zh: string } }) => label.zh;
  if (table.layout === "side-by-side") {
    const above = [...block.rows.filter(({ group }) => !group), ...table.rowGroups];
    const below = block.rows.filter(({ group }) => group);
    return [[...above, ...below].map(zh).concat(block.rows.flatMap(() => block.columns.map(zh)))];
  }
  const optional = [table.rowHead.zh, table.columnHead?.zh ?? "", ...table.columnGroups.map(zh)];
  const ways = optional.reduce<string[][]>(
    (before, one) => (one === "" ? before : before.flatMap((way) => [[...way, one], way])),
    [[]],
  );
  return ways.map((way) => inColumns(way, table, block));
}

/** Groups before their columns, as heads are read. */
function inColumns(above: readonly string[], table: Table, block: Block): string[] {
  const groups = table.columnGroups.filter(({ label }) => above.includes(label.zh));
  const first = above.filter((text) => groups.every(({ label }) => label.zh !== text));
  const opened = new Set<string>();
  return [
    ...first,
    ...block.columns.flatMap(({ label, group }) => {
      const own = groups.find(({ key }) => key === group && !opened.has(key));
      if (own) opened.add(own.key);
      return own ? [own.label.zh, label.zh] : [label.zh];
    }),
  ];
}

function spelled(
  counts: ReadonlyMap<string, number>,
  length: number,
  lines: readonly TextLine[],
): readonly string[] | null {
  const form = allForms().find(
    (one) =>
      one.characters.length === length &&
      one.counts.size === counts.size &&
      [...one.counts].every(([character, count]) => counts.get(character) === count),
  );
  if (!form) return null;
  const texts = lines.map(({ text }) => text);
  const isBeside = form.table.layout === "side-by-side";
  const isSure = isBeside
    ? areBesideInOrder(texts, form.table, form.block)
    : areInOrder(texts, form.table, form.block);
  return isSure && isBroken(texts, form.texts) ? form.texts : null;
}

/** Whether lines are no heads one after another, each whole in a line or broken over lines of its own: such are read as they are. */
function isBroken(lines: readonly string[], heads: readonly string[]): boolean {
  const labels = heads.map((text) => charactersOf(text).join(""));
  let open = "";
  for (const line of lines) {
    const words = line.split(/\s+/u);
    const isWhole = open === "" && words.every((word) => labels.includes(word));
    if (isWhole) continue;
    open += charactersOf(line).join("");
    if (words.length > 1 && !labels.includes(open)) return true;
    if (labels.includes(open)) open = "";
    else if (!labels.some((label) => label.startsWith(open))) return true;
  }
  return open !== "";
}
