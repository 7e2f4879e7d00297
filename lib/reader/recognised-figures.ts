import type { Issue } from "#lib/checks/issue.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { editionById } from "#lib/editions/registry.ts";
import { demandedSums } from "#lib/editions/sum-instances.ts";
import { readIssue } from "./issues.ts";
import { holds } from "./loose.ts";

/**
 * What is doubtful about a scan whose text a program recognised: one digit taken for another shows in no place of the
 * file, but breaks every sum it stands in. The figures that no sum bears out which holds are to be compared one by one.
 */
export function recognisedFigures({ edition: id, cells }: ReportContent): Issue {
  const edition = editionById(id);
  const sums = edition ? demandedSums(edition, cells).filter((sum) => holds(sum, cells)) : [];
  const bound = sums.map(({ left, right }) => [...left, ...right]);
  // Nothing but blanks adds up as well where all figures were overlooked.
  const proved = new Set(
    bound.filter((keys) => keys.some((key) => cells[key]?.value != null)).flat(),
  );
  const open = Object.keys(cells).filter((key) => !proved.has(key));
  const scan = {
    zh: "这份 PDF 是扫描件，文字由识别程序生成，可能有误",
    en: "This PDF is a scan whose text was made by character recognition and may be wrong",
  };
  const message = {
    zh: `${scan.zh}${open.length > 0 ? `；其中 ${open.length} 格不能由勾稽关系印证，请对照原件逐格核对` : ""}。`,
    en: `${scan.en}${open.length > 0 ? `; no sum bears out ${open.length} of its cells. Compare each of them with the original` : ""}.`,
  };
  return readIssue("recognised", message, { cells: open });
}
