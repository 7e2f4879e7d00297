import { fold } from "#lib/chinese/fold.ts";
import type { Cell, CellKey, ReportContent } from "#lib/editions/content.ts";
import { SECTION_KEYS } from "#lib/editions/content.ts";
import { editionForYear } from "#lib/editions/registry.ts";
import type { ReadReport } from "#lib/reader/read.ts";
import type { Draft, FactName } from "./draft.ts";
import type { TrueCell, TrueFacts } from "./truth.ts";

/** What became of one true figure, or of one fact. */
export type Fate =
  | "right"
  /** Right, with a doubt on it. */
  | "doubted"
  /** Not given back, and the reading says so. */
  | "lost"
  /** Not there, and nothing says so. */
  | "missing"
  /** Another value, and nothing says so. */
  | "wrong";

export interface Verdict {
  cells: Map<CellKey, Fate>;
  facts: Map<FactName, Fate>;
}

/** How the cells of the second report of a file are named. */
export function inSecond(key: CellKey): CellKey {
  return `2:${key}`;
}

/** Issues that stand for every figure of a report: none was read, or none is certain. */
const UNREAD: ReadonlySet<string> = new Set([
  "read.noTables",
  "read.noEdition",
  "read.oldForm",
  "read.mixedReports",
]);

/** Compares what was read with what was true; null stands for a file that was refused, which is an answer. */
export function judge(draft: Draft, report: ReadReport | null | undefined): Verdict {
  const { truth } = draft;
  const doubts = new Set(report?.issues.flatMap(({ cells }) => cells) ?? []);
  const isUnread = report?.issues.some(({ rule }) => UNREAD.has(rule)) ?? true;
  const cells = new Map<CellKey, Fate>();
  for (const [key, cell] of truth.cells) {
    const read = report?.content.cells[key];
    const fate = report === null ? "lost" : cellFate(read, cell, isUnread || doubts.has(key));
    cells.set(key, fate);
  }
  // Figures that nobody printed; that a cell is blank says nothing else.
  for (const [key, { state }] of Object.entries(report?.content.cells ?? {}))
    if (!truth.cells.has(key) && state !== "blank")
      cells.set(key, doubts.has(key) ? "lost" : "wrong");
  const facts = new Map<FactName, Fate>([
    ...factFates(draft, report ?? null),
    ...sectionFates(draft, report ?? null),
  ]);
  return { cells, facts };
}

function cellFate(read: Cell | undefined, truth: TrueCell, isDoubted: boolean): Fate {
  if (read && isSame(read, truth)) return isDoubted ? "doubted" : "right";
  // A figure kept as text says itself that it was not understood; R15 stands on it.
  const isKept = read?.state === "text" && squeezed(read.raw) === squeezed(truth.raw);
  if (isDoubted || isKept) return "lost";
  return read ? "wrong" : "missing";
}

const squeezed = (text: string) => fold(text).replace(/\s+/gu, "");

function isSame(read: Cell, truth: TrueCell): boolean {
  if (!truth.states.includes(read.state) || read.value !== truth.value) return false;
  if (truth.unit !== undefined && truth.value !== null && (read.unit ?? null) !== truth.unit)
    return false;
  return squeezed(read.raw) === squeezed(truth.raw);
}

const FACTS = [
  "title",
  "agency",
  "year",
  "indexNumber",
  "documentNumber",
  "publisher",
  "publishedOn",
  "signedOn",
  "period",
] as const satisfies readonly (keyof TrueFacts)[];

/** The doubts that speak of a fact, where they are not called as it is. */
const SAYING: Partial<Record<FactName, readonly string[]>> = {
  title: ["title", "letterTitle"],
  publishedOn: ["publishedOn", "dateFromAddress"],
};

function factFates({ truth }: Draft, report: ReadReport | null): [FactName, Fate][] {
  const doubted = new Set(report?.issues.map(({ rule }) => rule.replace(/^read\./, "")) ?? []);
  return FACTS.map((name): [FactName, Fate] => {
    if (!report) return [name, "lost"];
    const read = said(report.content[name]);
    if (read === said(truth.facts[name])) return [name, "right"];
    const isSaid =
      (SAYING[name] ?? [name]).some((code) => doubted.has(code)) ||
      (name === "year" && saysYear(report, doubted));
    return [name, read === "" || isSaid ? "lost" : "wrong"];
  });
}

/** A year is called into question by a doubt of its own, or by a form that was not in force then. */
function saysYear(
  { content: { edition, year } }: ReadReport,
  doubted: ReadonlySet<string>,
): boolean {
  return doubted.has("yearDoubt") || (year !== null && edition !== editionForYear(year)?.id);
}

/** A fact in words, so that two can be compared; nothing said is no words. */
function said(fact: ReportContent[(typeof FACTS)[number]]): string {
  return fact === null ? "" : squeezed(typeof fact === "object" ? fact.join("/") : String(fact));
}

function sectionFates({ truth, strays }: Draft, report: ReadReport | null): [FactName, Fate][] {
  const plain = (text: string) =>
    strays.reduce((left, stray) => left.replaceAll(squeezed(stray), ""), squeezed(text));
  const doubted = new Set(report?.issues.flatMap(({ section }) => section ?? []) ?? []);
  return SECTION_KEYS.map((key): [FactName, Fate] => {
    const name = `section.${key}` as const;
    if (!report) return [name, "lost"];
    const read = report.content.sections.find((section) => section.key === key)?.text ?? "";
    const printed = truth.sections.get(key)?.paragraphs.join("") ?? "";
    if (plain(read) === plain(printed)) return [name, "right"];
    return [name, doubted.has(key) ? "lost" : "wrong"];
  });
}
