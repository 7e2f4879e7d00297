import type { Issue } from "#lib/checks/issue.ts";
import { fold } from "#lib/chinese/fold.ts";
import type { SectionKey } from "#lib/editions/content.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import { MAX_CELLS } from "../archive/limits.ts";
import { attributeOf, childOf, childrenOf, type Markup } from "../archive/markup.ts";
import type { Office } from "../archive/office.ts";
import { findHeadings } from "../headings.ts";
import { readIssue } from "../issues.ts";
import type { Oddity, Plain } from "../plain.ts";
import type { ReadRefusal } from "../refusal.ts";
import { LONGEST_LABEL } from "../tokens.ts";
import { addGrid, type GridCell, type GridRow } from "./office-grid.ts";
import { OfficeText } from "./office-text.ts";
import type { Workbook } from "./xlsx-cells.ts";
import { type Formula, Formulas } from "./xlsx-formulas.ts";
import { noteCells, type SheetCell, sheetRows } from "./xlsx-grid.ts";
import { dressingsOf, looksOf } from "./xlsx-looks.ts";
import { stringsOf } from "./xlsx-words.ts";

/** The visible sheets of a workbook as lines, one after another; hidden sheets, rows and columns left out. */
export async function readXlsx(
  office: Office,
): Promise<Result<{ plain: Plain; issues: Issue[] }, ReadRefusal>> {
  const workbook = await workbookOf(office);
  if (!workbook.ok) return workbook;
  const formulas = new Formulas();
  const sheets: { name: string; rows: SheetCell[][] }[] = [];
  const hidden: Markup[] = [];
  let left = MAX_CELLS;
  let isAllVisible = true;
  for (const element of childrenOf(childOf(office.root, "sheets"), "sheet")) {
    if ((attributeOf(element, "state") ?? "visible") !== "visible") {
      isAllVisible = false;
      hidden.push(element);
      continue;
    }
    const worksheet = await office.relatedById(attributeOf(element, "id") ?? "");
    if (!worksheet.ok) return worksheet;
    if (worksheet.value?.name !== "worksheet") continue;
    const name = attributeOf(element, "name") ?? "";
    const named = { worksheet: worksheet.value, name };
    const sheet = sheetRows(named, workbook.value, formulas, left);
    if (!sheet) return refused("reader.too-complex");
    left -= sheet.rows.reduce((sum, row) => sum + row.length, 0);
    if (sheet.hasHidden) isAllVisible = false;
    sheets.push({ name, rows: sheet.rows });
  }
  await noteHidden(office, hidden, workbook.value, formulas);
  const text = new OfficeText();
  const doubtful = formulas.doubtful(asksToBeComputed(office.root));
  for (const { name, rows } of sheets) {
    addSheet(
      text,
      name,
      rows.map((row) => row.map((cell) => judged(cell, doubtful))),
    );
    if (text.isTooLong) return refused("reader.too-complex");
  }
  return done({ plain: text.finish(), issues: isAllVisible ? [] : [hiddenParts()] });
}

/** Notes what hidden sheets hold that formulas of the others name; one that cannot be read is not known. */
async function noteHidden(
  office: Office,
  hidden: readonly Markup[],
  workbook: Workbook,
  formulas: Formulas,
): Promise<void> {
  const unknown = formulas.unknownSheets;
  for (const element of hidden) {
    const name = attributeOf(element, "name") ?? "";
    if (!unknown.has(name.toLowerCase())) continue;
    const worksheet = await office.relatedById(attributeOf(element, "id") ?? "");
    if (worksheet.ok && worksheet.value?.name === "worksheet")
      noteCells({ worksheet: worksheet.value, name }, workbook, formulas);
  }
}

function judged(cell: SheetCell, doubtful: ReadonlyMap<Formula, Oddity>): GridCell {
  const oddity = cell.formula && doubtful.get(cell.formula);
  return oddity ? { ...cell, oddity } : cell;
}

/** Whether a workbook is to be computed when it is opened, as those are that no spreadsheet program has saved. */
function asksToBeComputed(workbook: Markup): boolean {
  const asks = attributeOf(childOf(workbook, "calcPr"), "fullCalcOnLoad");
  return asks === "1" || asks === "true";
}

async function workbookOf(office: Office): Promise<Result<Workbook, ReadRefusal>> {
  const shared = await office.related("sharedStrings");
  if (!shared.ok) return shared;
  const styles = await office.related("styles");
  if (!styles.ok) return styles;
  return done({
    strings: stringsOf(shared.value),
    looks: looksOf(styles.value),
    dressings: dressingsOf(styles.value),
    is1904: isTrue(childOf(office.root, "workbookPr")),
  });
}

function isTrue(properties: Markup | undefined): boolean {
  return /^(?:1|true)$/.test(attributeOf(properties, "date1904") ?? "");
}

/** A sheet named after a section whose heading it does not print stands under that name. */
function addSheet(text: OfficeText, name: string, rows: readonly GridRow[]): void {
  const [heading] = findHeadings(fold(name));
  if (heading && !prints(rows, heading.key)) text.addLines(name);
  addGrid(text, rows);
}

function prints(rows: readonly GridRow[], section: SectionKey): boolean {
  return rows.some((row) =>
    row.some(
      (cell) =>
        cell.text.length <= LONGEST_LABEL &&
        findHeadings(fold(cell.text)).some(({ key }) => key === section),
    ),
  );
}

function hiddenParts(): Issue {
  return readIssue(
    "hiddenParts",
    {
      zh: "工作簿中有隐藏的工作表、行或列，其内容没有读取。",
      en: "The workbook has hidden sheets, rows or columns; what they hold was not read.",
    },
    { severity: "note" },
  );
}
