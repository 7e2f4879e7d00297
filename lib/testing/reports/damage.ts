import {
  type Block,
  type Edition,
  type Row,
  type Table,
  tableCells,
} from "#lib/editions/edition.ts";
import { optionalRows } from "#lib/editions/printed.ts";

/** Takes something from a form, adds to it or moves it; `pick` chooses what. */
type Damage = (table: Table, pick: (count: number) => number) => Table;

/** Every figure of its own, so that one in another's place is noticed. */
export function figuresOf(form: Edition): Map<string, string> {
  const keys = form.tables.flatMap((table) => {
    const optional = optionalRows(table);
    return tableCells(table).filter(({ row }) => !optional.has(row.key));
  });
  return new Map(keys.map(({ key }, index) => [key, String(1001 + index * 3)]));
}

function withBlock(table: Table, place: number, change: (block: Block) => Block): Table {
  return {
    ...table,
    blocks: table.blocks.map((block, index) => (index === place ? change(block) : block)),
  };
}

const swap = <T>(items: readonly T[], a: number, b: number): T[] =>
  items.map((item, index) => (index === a ? items[b] : index === b ? items[a] : item) as T);

const onRows =
  (change: (rows: readonly Row[], pick: (count: number) => number) => readonly Row[]): Damage =>
  (table, pick) =>
    withBlock(table, pick(table.blocks.length), (block) => ({
      ...block,
      rows: change(block.rows, pick),
    }));

const STRANGE: Row = { key: "strange", label: { zh: "网上办理情况统计", en: "" } };

/** What reports do to the rows of the form. */
export const ROW_DAMAGE: Readonly<Record<string, Damage>> = {
  "a row dropped": onRows((rows, pick) =>
    rows.filter((_, index) => index !== pick(rows.length) || rows.length === 1),
  ),
  "a row twice": onRows((rows, pick) => {
    const place = pick(rows.length);
    return rows.flatMap((row, index) => (index === place ? [row, row] : [row]));
  }),
  "two rows swapped": onRows((rows, pick) => {
    const a = pick(rows.length);
    const near = rows.flatMap((row, index) => (row.group === rows[a]?.group ? [index] : []));
    return swap(rows, a, near[pick(near.length)] ?? a);
  }),
  "a row put in": onRows((rows, pick) => {
    const place = pick(rows.length);
    const group = rows[place]?.group;
    const strange = group === undefined ? STRANGE : { ...STRANGE, group };
    return [...rows.slice(0, place), strange, ...rows.slice(place)];
  }),
};

/** What reports do to its columns. */
export const COLUMN_DAMAGE: Readonly<Record<string, Damage>> = {
  "a column dropped": (table, pick) => {
    const gone = table.blocks[0]?.columns[pick(table.blocks[0].columns.length)]?.key;
    return {
      ...table,
      blocks: table.blocks.map((block) => ({
        ...block,
        columns:
          block.columns.length > 1
            ? block.columns.filter(({ key }) => key !== gone)
            : block.columns,
      })),
    };
  },
  "two columns swapped": (table, pick) =>
    withBlock(table, pick(table.blocks.length), (block) => {
      const a = pick(block.columns.length);
      const near = block.columns.flatMap((column, index) =>
        column.group === block.columns[a]?.group ? [index] : [],
      );
      return { ...block, columns: swap(block.columns, a, near[pick(near.length)] ?? a) };
    }),
};

/** Chooses by the numbers given, one after another. */
export function picker(numbers: readonly number[]) {
  let next = 0;
  return (count: number) => (numbers[next++ % numbers.length] ?? 0) % Math.max(1, count);
}

/** Figures for the row that the form does not have. */
export function strangeFigures(form: Edition): [string, string][] {
  return form.tables.flatMap((table) =>
    [...new Set(table.blocks.flatMap(({ columns }) => columns.map(({ key }) => key)))].map(
      (column, index): [string, string] => [
        `${table.key}.strange.${column}`,
        String(90001 + index),
      ],
    ),
  );
}
