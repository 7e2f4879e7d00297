import type { Issue } from "#lib/checks/issue.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import { childOf, type Markup } from "../archive/markup.ts";
import type { Office } from "../archive/office.ts";
import { readIssue } from "../issues.ts";
import type { Oddity, Plain } from "../plain.ts";
import type { ReadRefusal } from "../refusal.ts";
import { settleFields } from "./docx-fields.ts";
import { oddCellsIn } from "./docx-ink.ts";
import { type Numbering, numberingOf } from "./docx-numbering.ts";
import { markPictures } from "./docx-pictures.ts";
import { dressRuns } from "./docx-styles.ts";
import { type DocxCell, docxRows, hasTable } from "./docx-table.ts";
import { hasWords, inlineText, shownIn, textBoxesIn } from "./docx-text.ts";
import { addGrid, type GridRow } from "./office-grid.ts";
import { OfficeText } from "./office-text.ts";

/** A cell with more text than this is a frame around prose, not a cell of a form. */
const MAX_CELL_TEXT = 400;

/** A Word document as lines, each row of a table as one line of cells, also in a text box; deletions, other text boxes and notes left out. */
export async function readDocx(
  office: Office,
): Promise<Result<{ plain: Plain; issues: Issue[] }, ReadRefusal>> {
  const numbering = await office.related("numbering");
  if (!numbering.ok) return numbering;
  const styles = await office.related("styles");
  if (!styles.ok) return styles;
  const body = childOf(office.root, "body");
  if (body) {
    dressRuns(body, styles.value);
    settleFields(body);
    markPictures(body);
  }
  const odd = body ? oddCellsIn(body, styles.value) : new Map<Markup, Oddity>();
  const writer = new DocxWriter(numberingOf(numbering.value, styles.value), odd);
  if (body) writer.addBlocks(body);
  if (writer.text.isTooLong) return refused("reader.too-complex");
  const issues = body ? [...leftOut(body, writer.boxes)] : [];
  return done({ plain: writer.text.finish(), issues });
}

/** `read` text boxes were read where they stand. */
function* leftOut(body: Markup, read: number): Generator<Issue> {
  if (textBoxesIn(body).filter(hasWords).length > read) yield textBoxes();
  if (shownIn(body).some(({ name }) => name === "altChunk")) yield embedded();
}

function embedded(): Issue {
  return readIssue("embedded", {
    zh: "文件中嵌有其他格式的内容，没有读取；请在 Word 中打开并重新保存后再试。",
    en: "The file embeds content in another format, which was not read; open it in Word and save it again.",
  });
}

function textBoxes(): Issue {
  return readIssue(
    "textBox",
    {
      zh: "文件中有文本框，框内文字没有读取；请核对正文是否完整。",
      en: "The file has text boxes; what stands in them was not read. Check that nothing of the report is missing.",
    },
    { severity: "note" },
  );
}

class DocxWriter {
  readonly text = new OfficeText();
  private readonly numbering: Numbering;
  /** Cells whose figures may not be what is seen in them. */
  private readonly odd: ReadonlyMap<Markup, Oddity>;
  /** Text boxes that were read. */
  boxes = 0;
  private tables = 0;
  /** A paragraph whose mark is deleted runs on into the next. */
  private carried = "";

  constructor(numbering: Numbering, odd: ReadonlyMap<Markup, Oddity>) {
    this.numbering = numbering;
    this.odd = odd;
  }

  addBlocks(parent: Markup): void {
    for (const block of shownIn(parent)) {
      if (block.name === "p") this.addParagraph(block);
      else if (block.name === "tbl") this.addTable(block);
      else this.addBlocks(block);
    }
  }

  /** A text box with a table in it is part of the report, not an ornament beside it. */
  private addParagraph(element: Markup): void {
    this.text.addLines(this.paragraph(element));
    for (const box of textBoxesIn(element)) {
      if (!hasTable(box)) continue;
      this.boxes += 1;
      this.addBlocks(box);
    }
  }

  private paragraph(element: Markup): string {
    const properties = childOf(element, "pPr");
    const words = inlineText(element);
    const label = this.numbering(properties);
    const isNumbered = label !== "" && words.trim() !== "";
    // A number before a number is not one number.
    const gap = isNumbered && /^\s*[\d０-９]/u.test(words) ? " " : "";
    const text = this.carried + (isNumbered ? label + gap : "") + words;
    const isJoined = childOf(childOf(properties, "rPr"), "del") !== undefined;
    this.carried = isJoined ? text : "";
    return isJoined ? "" : text;
  }

  private addTable(table: Markup): void {
    this.tables += 1;
    let rows: GridRow[] = [];
    const close = () => {
      addGrid(this.text, rows);
      rows = [];
    };
    for (const cells of docxRows(table, this.tables)) {
      const row = cells.some(({ element }) => hasTable(element)) ? null : this.gridRow(cells);
      if (row?.every(({ text }) => text.length <= MAX_CELL_TEXT)) rows.push(row);
      else {
        close();
        if (row) for (const { text } of row) this.text.addLines(text);
        else for (const { element } of cells) this.addBlocks(element);
      }
    }
    close();
  }

  private gridRow(cells: readonly DocxCell[]): GridRow {
    return cells.map(({ element, ...cell }) => ({
      ...cell,
      text: this.cellText(element),
      oddity: this.odd.get(element),
    }));
  }

  private cellText(cell: Markup): string {
    const lines = this.linesIn(cell);
    if (this.carried !== "") lines.push(this.carried);
    this.carried = "";
    return lines.filter((line) => line !== "").join("\n");
  }

  private linesIn(parent: Markup): string[] {
    return shownIn(parent).flatMap((block) =>
      block.name === "p" ? [this.paragraph(block)] : this.linesIn(block),
    );
  }
}
