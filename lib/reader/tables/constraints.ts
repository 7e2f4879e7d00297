import type { CellKey, Cells } from "#lib/editions/content.ts";
import { cellKey, cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { demandedSums } from "#lib/editions/sum-instances.ts";

/** What figures must satisfy: the sum of `plus` less the sum of `minus` is `equals`. */
export interface Constraint {
  plus: readonly CellKey[];
  minus: readonly CellKey[];
  equals: number;
}

/** The same agency's reports on the years before and after, where they are known. */
export interface Neighbours {
  last?: Cells;
  next?: Cells;
}

/** What is known of the years before and after the year a report names. */
export type NeighboursOf = (year: number | null) => Neighbours;

/** The same by year, as plain data that a thread can be sent. */
export type KnownYears = Readonly<Record<number, Neighbours>>;

/** Looks up what was sent along with a file. */
export function neighboursIn(known: KnownYears): NeighboursOf {
  return (year) => (year === null ? {} : (known[year] ?? {}));
}

/** The sums R01–R04 that a report with these cells must satisfy. */
export function formConstraints(edition: Edition, keys: Iterable<CellKey>): Constraint[] {
  const cells: Cells = {};
  for (const key of keys) cells[key] = { raw: "", value: null, state: "blank" };
  return demandedSums(edition, cells).map(({ left, right }) => ({
    plus: left,
    minus: right,
    equals: 0,
  }));
}

/** What the years before and after demand: R07 for requests carried over, R09 for items of the 2019 form. */
export function neighbourConstraints(edition: Edition, { last, next }: Neighbours): Constraint[] {
  const constraints: Constraint[] = [];
  const demand = (plus: CellKey[], equals: number | null) => {
    if (equals !== null) constraints.push({ plus, minus: [], equals });
  };
  for (const [key, { table, row, column }] of cellSpecs(edition)) {
    const beside = (name: string) => cellKey(table.key, row.key, name);
    if (row.key === "carriedIn")
      demand([key], numberIn(last, cellKey(table.key, "carriedOut", column.key)));
    if (row.key === "carriedOut")
      demand([key], numberIn(next, cellKey(table.key, "carriedIn", column.key)));
    if (column.key !== "itemsLastYear") continue;
    const items = numberIn(last, key);
    const change = numberIn(last, beside("change"));
    demand([key], items === null || change === null ? null : items + change);
    demand([key, beside("change")], numberIn(next, key));
  }
  return constraints;
}

function numberIn(cells: Cells | undefined, key: CellKey): number | null {
  const cell = cells?.[key];
  return cell?.state === "number" ? cell.value : null;
}
