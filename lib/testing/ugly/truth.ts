import type {
  CellKey,
  CellState,
  Cells,
  ReportContent,
  SectionKey,
} from "#lib/editions/content.ts";
import { SECTION_KEYS } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { exampleCells, type FigureSize } from "#lib/editions/example-cells.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import type { Chance } from "./chance.ts";
import { type Reporter, reporterOf } from "./names.ts";
import { introductionOf, proseOf } from "./prose.ts";

/** What a figure says; where a mark may be taken in several ways, all of them. */
export interface TrueCell {
  raw: string;
  value: number | null;
  states: readonly CellState[];
  unit?: "万元" | "元" | null;
}

export interface TrueSection {
  heading: string;
  paragraphs: string[];
}

/** The facts of a report outside its tables, as the reader should give them back. */
export type TrueFacts = Pick<
  ReportContent,
  | "title"
  | "agency"
  | "year"
  | "indexNumber"
  | "documentNumber"
  | "publisher"
  | "publishedOn"
  | "signedOn"
  | "period"
>;

/** What a report truly says, before anything happens to it. */
export interface Truth {
  form: Edition;
  year: number;
  who: Reporter;
  cells: Map<CellKey, TrueCell>;
  sections: Map<SectionKey, TrueSection>;
  introduction: string;
  facts: TrueFacts;
}

const SIZES: readonly FigureSize[] = [
  { zeroShare: 0.6, largest: 40 },
  { zeroShare: 0.9, largest: 6 },
  { zeroShare: 0.3, largest: 2500 },
  { zeroShare: 0.2, largest: 60_000 },
  { zeroShare: 1, largest: 1 },
];
const LAST_YEAR = 2025;

/** True content drawn from chance: any form, any of its years, figures that keep the form's sums or break some. */
export function truthOf(chance: Chance): Truth {
  const form = chance.pick(chance.maybe(0.65) ? EDITIONS.slice(-1) : EDITIONS);
  const year = form.validFrom + chance.below((form.validTo ?? LAST_YEAR) - form.validFrom + 1);
  const who = reporterOf(chance);
  const sections = SECTION_KEYS.map((key): [SectionKey, TrueSection] => [
    key,
    { heading: form.sections[key].zh, paragraphs: proseOf(key, who, year, chance) },
  ]);
  const introduction = chance.maybe(0.85) ? introductionOf(who, year, chance) : "";
  return {
    form,
    year,
    who,
    cells: figuresOf(form, chance),
    sections: new Map(sections),
    introduction,
    facts: {
      ...datesOf(year, chance),
      title: titleOf(who, year, chance),
      agency: who.name,
      year,
      indexNumber: chance.maybe(0.4)
        ? `1134${chance.below(9_000_000)}X/${year + 1}-0${chance.below(9000)}`
        : null,
      documentNumber: chance.maybe(0.3) ? `青政公〔${year + 1}〕${1 + chance.below(40)}号` : null,
      publisher: chance.maybe(0.4) ? who.name : null,
      period: introduction === "" ? null : [`${year}-01-01`, `${year}-12-31`],
    },
  };
}

function titleOf({ name }: Reporter, year: number, chance: Chance): string {
  return chance.pick([
    `${name}${year}年政府信息公开工作年度报告`,
    `${name}${year}年政府信息公开工作年度报告`,
    `${name}${year}年度政府信息公开工作年度报告`,
    `${year}年${name}政府信息公开工作年度报告`,
    `${name}${year}年政府信息公开年报`,
  ]);
}

function datesOf(
  year: number,
  chance: Chance,
): { publishedOn: string | null; signedOn: string | null } {
  const day = () => `${year + 1}-01-${String(10 + chance.below(22)).padStart(2, "0")}`;
  return {
    publishedOn: chance.maybe(0.5) ? day() : null,
    signedOn: chance.maybe(0.75) ? day() : null,
  };
}

function figuresOf(form: Edition, chance: Chance): Map<CellKey, TrueCell> {
  const cells: Cells = exampleCells(form, chance.next, chance.pick(SIZES));
  const keys = Object.keys(cells);
  // Reports are published with sums that fail.
  const broken = new Set(chance.maybe(0.3) ? chance.some(keys, 1 + chance.below(4)) : []);
  return new Map(
    keys.map((key): [CellKey, TrueCell] => {
      const cell = cells[key];
      const value = (cell?.value ?? 0) + (broken.has(key) ? 1 + chance.below(9) : 0);
      return [key, trueCell(form, key, value, chance)];
    }),
  );
}

function trueCell(form: Edition, key: CellKey, value: number, chance: Chance): TrueCell {
  const column = form.tables
    .flatMap(({ key: table, blocks }) =>
      blocks.flatMap(({ rows, columns }) =>
        rows.flatMap((row) =>
          columns.map((one) => ({ key: `${table}.${row.key}.${one.key}`, column: one })),
        ),
      ),
    )
    .find((spec) => spec.key === key)?.column;
  const states = ["number"] as const;
  if (column?.type !== "amount") return { raw: String(value), value, states };
  if (column.unit === "万元") return { raw: String(value), value, states, unit: "万元" };
  const unit = chance.pick(["元", "万元", null] as const);
  return { raw: `${value}${unit ?? ""}`, value, states, unit };
}
