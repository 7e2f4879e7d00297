import type { Issue } from "#lib/checks/issue.ts";
import type { Cells, ReportContent, Section, SectionKey } from "#lib/editions/content.ts";
import { counted } from "#lib/editions/counted.ts";
import { type CellSpec, cellKey, cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { omittedRows } from "#lib/editions/printed.ts";
import { EDITIONS, editionForYear } from "#lib/editions/registry.ts";
import { bodyEnd } from "./body-end.ts";
import { doubtIssue, readIssue } from "./issues.ts";
import { findLost, UNREADABLE } from "./lost.ts";
import { readMetadata } from "./metadata.ts";
import type { Part } from "./parts.ts";
import { type ReadSpans, sectionSpans } from "./passages.ts";
import type { Page } from "./plain.ts";
import { type Recognised, recogniseEdition } from "./recognise.ts";
import { sectionIssues } from "./section-issues.ts";
import { readSections, type TableRange } from "./sections.ts";
import { seenIn } from "./seen.ts";
import type { NeighboursOf } from "./tables/constraints.ts";
import type { Doubt } from "./tables/doubt.ts";
import { readTables, type TablesRead } from "./tables/read-tables.ts";
import { splitLabels } from "./tables/split-labels.ts";
import { withStragglers } from "./tables/stragglers.ts";
import type { Zone } from "./tables/zones.ts";
import { tokenise } from "./tokens.ts";

/** Reads one report of a page: who, when, the sections and the figures, and what is doubtful about them. */
export function readReport(
  page: Page,
  part: Part,
  hasRepeats: boolean,
  neighboursOf: NeighboursOf = () => ({}),
): { content: ReportContent; issues: Issue[]; spans: ReadSpans } {
  const { metadata, issues: doubts } = readMetadata(page, part);
  const tokens = splitLabels(tokenise(page.text, part, part.headings));
  const recognised = recogniseEdition(tokens, metadata.year);
  const sections = readSections(page, part, tableRanges(recognised?.zones ?? []));
  const edition = recognised?.edition ?? lawfulEdition(metadata.year);
  const tables = recognised
    ? readTables(
        page,
        recognised.edition,
        withStragglers(recognised.zones, tokens),
        neighboursOf(metadata.year),
      )
    : { cells: {}, doubts: [], spans: {}, labelsAlone: [] };
  const content = { edition: edition?.id ?? null, ...metadata, sections, cells: tables.cells };
  const body = page.text.slice(part.start, bodyEnd(page.text, part));
  const issues = [
    ...doubts,
    ...(part.headings.some(({ isFee }) => isFee) ? [feeSection()] : []),
    ...(hasUnheaded(part, sections) ? [unheadedOverview()] : []),
    ...(edition ? sectionIssues(edition, sections) : []),
    ...formIssues(edition, recognised, metadata.year),
    ...(edition && recognised ? cellIssues(page, edition, tables) : []),
    ...lostIssues(sections, body, (key) => lostCells(edition, tables.cells, key)),
    ...(hasRepeats ? [repeatedBody()] : []),
  ];
  const spans = { cells: tables.spans, sections: sectionSpans(page, part.start, sections) };
  return { content, issues, spans };
}

function lawfulEdition(year: number | null): Edition | null {
  return year === null ? null : editionForYear(year);
}

function tableRanges(zones: readonly Zone[]): TableRange[] {
  return zones.map(({ tokens, vocabulary }) => ({
    section: vocabulary.table.section,
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
  }));
}

function formIssues(
  edition: Edition | null,
  recognised: Recognised | null,
  year: number | null,
): Issue[] {
  if (recognised) return [];
  const first = Math.min(...EDITIONS.map(({ validFrom }) => validFrom));
  if (year !== null && year < first)
    return [
      readIssue("oldForm", {
        zh: `${year} 年的年报用的是 ${first} 年以前的格式，只保留文字，不读取数字。`,
        en: `The report on ${year} follows a form older than ${first}: its prose is kept, no figures are read.`,
      }),
    ];
  if (edition)
    return [
      readIssue("noTables", {
        zh: "没有找到格式规定的表格，未读取任何数字。",
        en: "The form's tables were not found; no figures were read.",
      }),
    ];
  return [
    readIssue("noEdition", {
      zh: "既没有找到年份，也没有找到格式规定的表格，未读取任何数字。",
      en: "Neither the year nor the form's tables were found; no figures were read.",
    }),
  ];
}

function cellIssues(
  page: Page,
  edition: Edition,
  { cells, doubts, labelsAlone }: Omit<TablesRead, "spans">,
): Issue[] {
  const doubted = new Set(doubts.flatMap((doubt) => doubt.cells));
  const placeOf = (keys: readonly string[]) =>
    seenIn(page, {
      seen: labelsAlone.filter((row) => row.cells.some((key) => keys.includes(key))),
    });
  return [
    ...doubts.map((doubt) => ({ ...doubtIssue(doubt), ...seenIn(page, doubt) })),
    ...missingRows(edition, cells, doubted).map((issue) => ({ ...issue, ...placeOf(issue.cells) })),
    ...rowsBothWays(edition, cells),
    ...mixedReports(cells, doubts),
  ];
}

const MOST_CONFLICTS = 4;

/** Many rows printed twice with different figures: two reports that could not be told apart, so that nothing is certain. */
function mixedReports(cells: Cells, doubts: readonly Doubt[]): Issue[] {
  const conflicts = doubts.filter(({ code }) => code === "conflict").length;
  if (conflicts <= MOST_CONFLICTS) return [];
  const message = {
    zh: `有 ${conflicts} 行出现两次而数字不同，来源中可能有两份年报混在一起；请分开后再读，读到的数字都须核对。`,
    en: `${conflicts} rows are printed twice with different figures: the source may hold two reports that could not be told apart. Part them and read again; every figure read must be checked.`,
  };
  return [readIssue("mixedReports", message, { cells: Object.keys(cells) })];
}

/** Rows of the form that the source does not print, or prints without figures that could be read. */
function missingRows(edition: Edition, cells: Cells, doubted: ReadonlySet<string>): Issue[] {
  const omitted = new Set(
    edition.tables.flatMap((table) =>
      [...omittedRows(table, (key) => key in cells)].map((row) => `${table.key}.${row}`),
    ),
  );
  const missing = [...cellSpecs(edition).values()].filter(
    ({ key, table, row }) =>
      !(key in cells) && !doubted.has(key) && !omitted.has(`${table.key}.${row.key}`),
  );
  const rows = Map.groupBy(missing, ({ row }) => row);
  return [...rows.values()].flatMap((specs) => {
    const [first] = specs;
    if (!first) return [];
    const { table, row } = first;
    const columns = specs.map(({ column }) => column.label);
    const isWhole = specs.length === first.block.columns.length;
    const zh = isWhole ? "" : `的${columns.map((label) => label.zh).join("、")}`;
    const en = isWhole ? "" : ` (${columns.map((label) => label.en).join(", ")})`;
    const message = {
      zh: `没有读到“${row.label.zh}”${zh}，这些单元格不计为零。`,
      en: `“${row.label.en}”${en} was not found; these cells are absent, not zero.`,
    };
    const cellKeys = [...specs.map(({ key }) => key), ...insteadOf(specs, cells)];
    return [readIssue("missing", message, { cells: cellKeys, line: `${table.key}.${row.key}` })];
  });
}

/** A row that the form prints in parts or undivided, and that is here in both ways: one of them may be of another report. */
function rowsBothWays(edition: Edition, cells: Cells): Issue[] {
  const specs = [...cellSpecs(edition).values()].filter(({ key }) => key in cells);
  const printed = new Set(specs.map(({ table, row }) => `${table.key}.${row.key}`));
  const undivided = specs.filter(({ table, row }) =>
    row.insteadOf?.some((part) => printed.has(`${table.key}.${part}`)),
  );
  const rows = Map.groupBy(undivided, ({ row }) => row);
  return [...rows].map(([{ label }, own]) => {
    const message = {
      zh: `“${label.zh}”既分项列出，又印有合为一行的数字，可能来自另一份年报，请核对。`,
      en: `“${label.en}” is printed in its parts and in one row as well; the row may be of another report.`,
    };
    return readIssue("rowBothWays", message, { cells: own.map(({ key }) => key) });
  });
}

/** The cells of a row that might be printed instead of a row that is missing whole: whichever it was, it was not read. */
function insteadOf(missing: readonly CellSpec[], cells: Cells): string[] {
  const [first] = missing;
  if (!first || missing.length < first.block.columns.length) return [];
  const { table, row, block } = first;
  const isThere = (name: string) =>
    block.columns.some((column) => cellKey(table.key, name, column.key) in cells);
  const rows = block.rows.filter(
    (other) => other.insteadOf?.[0] === row.key && !other.insteadOf.some(isThere),
  );
  return rows.flatMap((other) =>
    block.columns.map((column) => cellKey(table.key, other.key, column.key)),
  );
}

function lostIssues(
  sections: readonly Section[],
  body: string,
  cellsOf: (section: SectionKey) => string[],
): Issue[] {
  const found = sections.flatMap((section) => {
    const lost = findLost(section.raw);
    return lost.length > 0 ? [{ section: section.key, lost }] : [];
  });
  if (found.length === 0) {
    const lost = findLost(body);
    return lost.length > 0 ? [readIssue("lostCharacters", lostMessage(lost))] : [];
  }
  return found.map(({ section, lost }) =>
    readIssue("lostCharacters", lostMessage(lost), { section, cells: cellsOf(section) }),
  );
}

/** The cells of a section's table of which something could not be read. */
function lostCells(edition: Edition | null, cells: Cells, section: SectionKey): string[] {
  const table = edition?.tables.find((one) => one.section === section);
  return Object.entries(cells).flatMap(([key, cell]) =>
    table && key.startsWith(`${table.key}.`) && cell?.raw.includes(UNREADABLE) ? [key] : [],
  );
}

function lostMessage(lost: readonly string[]) {
  const example = lost.find((words) => /\p{Script=Han}/u.test(words)) ?? lost[0] ?? "";
  const place = example.replace(/\s+/gu, " ");
  return {
    zh: `有 ${lost.length} 处字符在来源中已丢失（如“${place}”），按原样保留，未作猜测。`,
    en: `Characters were lost in the source in ${counted(lost.length, "place", "places")} (as in “${place}”); they are kept as found, nothing was guessed.`,
  };
}

/** The form asks for fees for information in 六; some reports give them a part of their own. */
function feeSection(): Issue {
  return readIssue(
    "feeSection",
    {
      zh: "来源把信息处理费单列为一部分，其文字归入“六、其他需要报告的事项”，其表格不作为数字读取。",
      en: "The source gives fees for information a part of their own: its words were put into VI, its table was not read as figures.",
    },
    { section: "other", severity: "note" },
  );
}

function hasUnheaded({ headings }: Part, sections: readonly Section[]): boolean {
  const isPrinted = headings.length === 0 || headings.some(({ key }) => key === "overview");
  return !isPrinted && sections.some(({ key }) => key === "overview");
}

function unheadedOverview(): Issue {
  return readIssue(
    "unheaded",
    {
      zh: "来源没有印出第一部分的标题，“二”之前的文字归入“一、总体情况”，请核对。",
      en: "The source does not print the heading of I; the prose before II was put there. Please check.",
    },
    { section: "overview" },
  );
}

function repeatedBody(): Issue {
  return readIssue("repeatedBody", {
    zh: "正文在来源中重复出现，只读取第一次，数字没有重复计算。",
    en: "The body stands in the source more than once; it was read once and no figure was counted twice.",
  });
}
