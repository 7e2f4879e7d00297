import type { Issue } from "#lib/checks/issue.ts";
import type { CellKey } from "#lib/editions/content.ts";
import { counted } from "#lib/editions/counted.ts";
import type { Text } from "#lib/editions/edition.ts";
import { readIssue } from "./issues.ts";
import type { Oddity, Plain, Span } from "./plain.ts";

/** Tells of the cells that were read from a sheet though what they hold may not be what is seen there. */
export function oddCells(
  spans: Readonly<Record<CellKey, Span>>,
  oddityAt: Plain["oddityAt"] = () => null,
): Issue[] {
  const odd = Object.entries(spans).flatMap(([key, [start]]) => {
    const oddity = oddityAt(start);
    return oddity ? [{ key, oddity }] : [];
  });
  return [...Map.groupBy(odd, ({ oddity }) => oddity)].map(([oddity, found]) => {
    const cells = found.map(({ key }) => key);
    return readIssue(oddity, WORDINGS[oddity](cells.length), { cells });
  });
}

const WORDINGS: Readonly<Record<Oddity, (count: number) => Text>> = {
  unseen: (count) => ({
    zh: `有 ${count} 格数字的字体颜色与底色相同或难以分辨，在表中可能看不见，可能本应为空白，请核对。`,
    en: `${counted(count, "figure has", "figures have")} the colour of the ground, or one that may not stand out from it, and may not be seen in the table where a blank may be meant. Please check.`,
  }),
  conditional: (count) => ({
    zh: `有 ${count} 格设置了条件格式，其中数字在表中可能不显示或显示为其他内容，可能本应为空白，请核对。`,
    en: `${counted(count, "figure stands", "figures stand")} under a conditional format, by which the sheet may show nothing, or something else: a blank may be meant. Please check.`,
  }),
  uncomputed: (count) => ({
    zh: `有 ${count} 格公式在文件中存的结果是 0，而按其所引各格不是 0，或者无从证实，公式可能没有计算过；请用 Excel 或 WPS 打开、重新计算并保存后再读。`,
    en: `${counted(count, "formula is", "formulas are")} stored with the result 0 though the cells referred to give another, or do not confirm it, and may never have been computed. Open the workbook in a spreadsheet program, compute and save it, then read it again.`,
  }),
  stale: (count) => ({
    zh: `有 ${count} 格公式在文件中存的结果与按其所引各格算出的不一致，可能改动数字后没有重新计算；读取的是所存的结果，请用 Excel 或 WPS 打开、重新计算并保存后再读，或者核对。`,
    en: `${counted(count, "formula is", "formulas are")} stored with another result than the cells referred to give: figures may have been changed without computing anew. What was read is the stored result. Open the workbook in a spreadsheet program, compute and save it, then read it again, or check these figures.`,
  }),
  unconfirmed: (count) => ({
    zh: `有 ${count} 格公式无法在此重新计算，而同一文件中有公式所存的结果已与所引各格不一致；读取的是所存的结果，请用 Excel 或 WPS 打开、重新计算并保存后再读，或者核对。`,
    en: `${counted(count, "formula", "formulas")} could not be recomputed here, and others of the same file are stored with results that their cells no longer give. What was read is the stored result. Open the workbook in a spreadsheet program, compute and save it, then read it again, or check these figures.`,
  }),
  shared: (count) => ({
    zh: `有 ${count} 格数字所在的单元格跨到下面有行名的几行，可能是这几行的合计；只读作首行的数字，请核对。`,
    en: `Figures in cells that reach down over rows with labels of their own: ${count}. Each may be that of all these rows together, and was read as the first row’s. Please check.`,
  }),
  rounded: (count) => ({
    zh: `有 ${count} 格数字在表中按较少的小数位显示，读取的是单元格中的原值，与所见不同，请核对。`,
    en: `${counted(count, "figure is", "figures are")} shown rounded in the sheet; what was read is what the cells hold. Please check.`,
  }),
  prompt: (count) => ({
    zh: `有 ${count} 格数字在内容控件中是占位文字，可能没有人填写过，请核对。`,
    en: `${counted(count, "figure is", "figures are")} what a content control shows where nobody has typed, and may never have been filled in. Please check.`,
  }),
};
