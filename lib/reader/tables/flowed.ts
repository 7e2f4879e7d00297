import { fold } from "#lib/chinese/fold.ts";
import { parseRaw } from "#lib/editions/cell-value.ts";
import { type Block, cellKey, type Edition, type Row } from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { type LabelKey, labelKey } from "../labels.ts";
import type { Token } from "../tokens.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { areColumnNumbers } from "./column-numbers.ts";
import { formConstraints } from "./constraints.ts";
import { flowFigures } from "./flow-figures.ts";
import { hasLostLabels, withoutShifted } from "./flow-shifted.ts";
import { flowWays, type Way } from "./flow-ways.ts";
import { resolveHeads } from "./heads.ts";
import type { PrintedRow, PrintedTable } from "./rows.ts";

/**
 * Gives the rows of a table their figures where a program has put down labels and figures in an order of its own, page by
 * page: only where there are just as many figures as the form asks for, and for the rows in which all ways that keep every
 * sum agree. `dealt` is what is known otherwise; rows of it that may have been shifted are left out.
 */
export function withFlowedRows(
  printed: PrintedTable,
  dealt: PrintedTable,
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): PrintedTable {
  const [first] = printed.rows;
  const edition = EDITIONS.find(({ tables }) => tables.includes(vocabulary.table));
  if (!first || !edition || vocabulary.table.layout !== "grouped") return dealt;
  const { columns } = first.block;
  const body = tokens.slice(tokens.indexOf(first.heads.at(-1) ?? first.label) + 1);
  const before = body.slice(
    0,
    body.findIndex(({ kind }) => kind !== "figure"),
  );
  const early = areColumnNumbers(before) ? [] : before;
  const isWhole = dealt.rows.every(
    (row, index) => row.run.length === columns.length || hasLostLabels(row, dealt.rows[index + 1]),
  );
  if ((isWhole && early.length === 0) || body.some(({ kind }) => kind === "blank")) return dealt;
  const form = hasFormHeads(first, vocabulary)
    ? formOf(printed, flowFigures(body), vocabulary)
    : null;
  const found = form && flowedRows(printed, body, form, edition, vocabulary);
  return found ?? withoutShifted(printed, dealt, early);
}

/** Whether the heads are all those of the form, whole and in its order. */
function hasFormHeads({ heads, block }: PrintedRow, vocabulary: Vocabulary): boolean {
  const how = { withStrangers: true, hasExactRows: false };
  const resolved = resolveHeads(heads, block, vocabulary, how);
  return (
    resolved !== null &&
    !resolved.isOpen &&
    resolved.cut.length === 0 &&
    resolved.columns.length === block.columns.length &&
    resolved.columns.every((column, index) => column === block.columns[index])
  );
}

/** The rows that the form prints, where there is a figure for each of their cells and the labels found stand in its order. */
function formOf(
  { rows }: PrintedTable,
  figures: readonly Token[],
  { table }: Vocabulary,
): readonly Row[] | null {
  const [block] = table.blocks;
  if (!block) return null;
  const optional = optionalRows(table);
  const parts = new Set(block.rows.flatMap(({ insteadOf }) => insteadOf ?? []));
  const forms = [optional, parts].map((left) => block.rows.filter(({ key }) => !left.has(key)));
  const form = forms.find(
    (own) =>
      own.length * block.columns.length === figures.length &&
      rows.every(({ row }) => own.includes(row)),
  );
  const places = rows.map(({ row }) => form?.indexOf(row) ?? -1);
  const isInOrder = places.every((place, index) => place > (places[index - 1] ?? -1));
  return form && isInOrder && rows.length * 2 >= form.length ? form : null;
}

/** Sums that fail while all others hold: the report itself may be wrong in these. */
const MOST_FAILING = 4;
/** How many more sums any other way must fail. */
const BETWEEN = 4;

function flowedRows(
  printed: PrintedTable,
  tokens: readonly Token[],
  form: readonly Row[],
  edition: Edition,
  vocabulary: Vocabulary,
): PrintedTable | null {
  const figures = flowFigures(tokens);
  const [first] = printed.rows;
  if (!first) return null;
  const { block } = first;
  const width = block.columns.length;
  const isPossible = witnesses(printed, figures, form, width);
  const failing = failingSums(figures, form, block, edition, vocabulary);
  const tried = new Map<string, { way: Way; fails: number }>();
  for (const way of flowWays(form.length, width)) {
    if (!isPossible(way)) continue;
    const fails = failing(way, MOST_FAILING + BETWEEN);
    if (fails > MOST_FAILING + BETWEEN) continue;
    tried.set([...way].map((place) => figures[place]?.text).join(" "), { way, fails });
  }
  const ways = [...tried.values()].sort((a, b) => a.fails - b.fails);
  const [best, other] = ways;
  const isClear = !other || other.fails - (best?.fails ?? 0) >= BETWEEN;
  if (!best || (best.fails > 0 && !(isClear && best.fails <= MOST_FAILING))) return null;
  const left = ways.filter(({ fails }) => fails === best.fails);
  const textsOf = ({ way }: { way: Way }, row: number) =>
    [...way.slice(row * width, (row + 1) * width)].map((place) => figures[place]?.text).join(" ");
  const words = labelKey(tokens.map(({ kind, text }) => (kind === "word" ? text : "")).join(""));
  const rows = form.map((row, index): PrintedRow => {
    const own = printed.rows.find((one) => one.row === row);
    const run = [...best.way.slice(index * width, (index + 1) * width)].flatMap(
      (place) => figures[place] ?? [],
    );
    const doubt = { isReordered: best.fails > 0 };
    if (own) return { ...own, run, ...doubt };
    return { ...first, row, run, ...doubt, isUnlabelled: !isPrinted(row, words) };
  });
  const isOne = (index: number) =>
    left.every((way) => textsOf(way, index) === textsOf(best, index));
  const open = rows.filter((_, index) => !isOne(index));
  return {
    rows: rows.filter((_, index) => isOne(index)),
    strangers: [],
    parted: open.length > 0 ? [{ rows: open, run: open.flatMap(({ run }) => run) }] : [],
  };
}

/** Whether the words of a label stand in a table, though with others before or among them. */
function isPrinted({ label }: Row, words: LabelKey): boolean {
  const { key, bare } = labelKey(fold(label.zh));
  return words.key.includes(key) || (bare !== "" && words.key.includes(bare));
}

/** Figures in one line stand beside each other in one row, and those that fill the line of a label are its own. */
function witnesses(
  { rows }: PrintedTable,
  figures: readonly Token[],
  form: readonly Row[],
  width: number,
): (way: Way) => boolean {
  const sameLine = figures.flatMap(({ line }, place) =>
    figures[place + 1]?.line === line ? [place] : [],
  );
  const owned = rows.flatMap(({ row, label, run }) => {
    const isOwn = run.length === width && run.every(({ line }) => line === label.line);
    const place = figures.findIndex(({ start }) => start === run[0]?.start);
    return isOwn ? [{ cell: form.indexOf(row) * width, place }] : [];
  });
  const cellOf = new Int16Array(figures.length);
  return (way) => {
    if (owned.some(({ cell, place }) => way[cell] !== place)) return false;
    way.forEach((place, cell) => {
      cellOf[place] = cell;
    });
    return sameLine.every((place) => {
      const [cell = 0, next = 0] = [cellOf[place], cellOf[place + 1]];
      return next === cell + 1 && next % width !== 0;
    });
  };
}

/** How many sums of the form a way fails, counted up to one more than asked for. */
function failingSums(
  figures: readonly Token[],
  form: readonly Row[],
  { columns }: Block,
  edition: Edition,
  { table }: Vocabulary,
): (way: Way, most: number) => number {
  const values = figures.map(({ text }, index) => {
    const column = columns[index % columns.length];
    return column ? (parseRaw({ column }, text).value ?? 0) : 0;
  });
  const cells = new Map<string, number>();
  for (const row of form)
    for (const column of columns) cells.set(cellKey(table.key, row.key, column.key), cells.size);
  const sums = formConstraints(edition, cells.keys()).flatMap(({ plus, minus }) => {
    const signed = [
      ...plus.map((key) => ({ cell: cells.get(key), sign: 1 })),
      ...minus.map((key) => ({ cell: cells.get(key), sign: -1 })),
    ];
    return signed.every(({ cell }) => cell !== undefined) ? [signed] : [];
  });
  return (way, most) => {
    let failing = 0;
    for (const sum of sums) {
      let total = 0;
      for (const { cell, sign } of sum) total += sign * (values[way[cell ?? 0] ?? 0] ?? 0);
      if (total !== 0 && ++failing > most) break;
    }
    return failing;
  };
}
