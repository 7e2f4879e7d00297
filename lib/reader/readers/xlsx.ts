import type { Issue } from "#lib/checks/issue.ts";
import { fold } from "#lib/chinese/fold.ts";
import type { SectionKey } from "#lib/editions/content.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import { MAX_CELLS } from "../archive/limits.ts";
import { attributeOf, childOf, childrenOf, type Markup } from "../archive/markup.ts";
import type { Office } from "../archive/office.ts";
import { findHeadings } from "../headings.ts";
import { readIssue } from "../issues.ts";
import type { Plain } from "../plain.ts";
import type { ReadRefusal } from "../refusal.ts";
import { LONGEST_LABEL } from "../tokens.ts";
import { addGrid, type GridRow } from "./office-grid.ts";
import { OfficeText } from "./office-text.ts";
import { stringsOf, type Workbook } from "./xlsx-cells.ts";
import { sheetRows } from "./xlsx-grid.ts";
import { looksOf } from "./xlsx-looks.ts";

/** The visible sheets of a workbook as lines, one after another; hidden sheets, rows and columns left out. */
export async function readXlsx(
  office: Office,
): Promise<Result<{ plain: Plain; issues: Issue[] }, ReadRefusal>> {
  const workbook = await workbookOf(office);
  if (!workbook.ok) return workbook;
  const text = new OfficeText();
  let left = MAX_CELLS;
  let isAllVisible = true;
  for (const element of childrenOf(childOf(office.root, "sheets"), "sheet")) {
    if ((attributeOf(element, "state") ?? "visible") !== "visible") {
      isAllVisible = false;
      continue;
    }
    const worksheet = await office.relatedById(attributeOf(element, "id") ?? "");
    if (!worksheet.ok) return worksheet;
    if (worksheet.value?.name !== "worksheet") continue;
    const name = attributeOf(element, "name") ?? "";
    const sheet = sheetRows(worksheet.value, name, workbook.value, left);
    if (!sheet) return refused("reader.too-complex");
    left -= sheet.rows.reduce((sum, row) => sum + row.length, 0);
    if (sheet.hasHidden) isAllVisible = false;
    addSheet(text, name, sheet.rows);
    if (text.isTooLong) return refused("reader.too-complex");
  }
  return done({ plain: text.finish(), issues: isAllVisible ? [] : [hiddenParts()] });
}

async function workbookOf(office: Office): Promise<Result<Workbook, ReadRefusal>> {
  const shared = await office.related("sharedStrings");
  if (!shared.ok) return shared;
  const styles = await office.related("styles");
  if (!styles.ok) return styles;
  return done({
    strings: stringsOf(shared.value),
    looks: looksOf(styles.value),
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
