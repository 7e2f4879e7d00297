import type { CellKey, Cells } from "../editions/content.ts";
import { cellSpecs, type Edition, type Text, tableOf } from "../editions/edition.ts";
import { demandedSums, type SumInstance } from "../editions/sum-instances.ts";
import { exactDifference, exactSum } from "./decimal.ts";
import type { Issue, Outcome } from "./issue.ts";
import { type SumFinding, withLikelyCause } from "./likely-cause.ts";
import { lineName, rowName } from "./names.ts";
import { figureOf, sideInFigures, whyUnknown } from "./operands.ts";
import type { RuleFacts, Subject } from "./rule.ts";

const SIGNS = { holds: "=", fails: "≠", "cannot-tell": "≟" } as const;

/** Looks at every sum of one rule (R01–R04) that the form demands of this report. */
export function checkSums(
  rule: Pick<RuleFacts, "id" | "severity" | "formula">,
  { content, edition }: Subject<Edition>,
): Issue[] {
  const sums = demandedSums(edition, content.cells).filter((sum) => sum.rule === rule.id);
  return withLikelyCause(sums.map((sum) => lookAt(rule, edition, sum, content.cells)));
}

function lookAt(
  rule: Pick<RuleFacts, "severity" | "formula">,
  edition: Edition,
  sum: SumInstance,
  cells: Cells,
): SumFinding {
  const keys = [...sum.left, ...sum.right];
  const unknown = keys.filter((key) => figureOf(cells[key]) === null);
  const surplus = unknown.length > 0 ? null : difference(sum, cells);
  const outcome = surplus === null ? "cannot-tell" : surplus === "0" ? "holds" : "fails";
  const left = sideInFigures(edition, sum, sum.left, cells);
  const right = sideInFigures(edition, sum, sum.right, cells);
  const formula = `${left} ${SIGNS[outcome]} ${right}`;
  const line = lineName(tableOf(edition, sum.table), sum.per, sum.line);
  const tail = explanation(outcome, rule.formula, surplus, () =>
    missing(edition, sum, unknown, cells),
  );
  const message = {
    zh: `${line.zh}：${formula}${tail.zh}`,
    en: `${line.en}: ${formula}${tail.en}`,
  };
  const { severity } = rule;
  const hint = unknown.length === 1 ? totalHint(sum, unknown[0], cells) : null;
  const issue = {
    rule: sum.rule,
    instance: sum.id,
    outcome,
    severity,
    cells: keys,
    formula,
    message,
    ...(hint ? { hint } : {}),
  } satisfies Issue;
  return { sum, line, surplus, issue };
}

/** What a blank total would be by its parts; it stays blank all the same. */
function totalHint(sum: SumInstance, key: CellKey | undefined, cells: Cells): Text | null {
  const [total, ...more] = sum.right;
  const isBlank = key !== undefined && cells[key]?.state === "blank";
  if (key !== total || more.length > 0 || !isBlank) return null;
  const value = exactSum(sum.left.map((part) => figureOf(cells[part]) ?? 0));
  return {
    zh: `按各${sum.per === "row" ? "列" : "行"}合计应为 ${value}。`,
    en: `The ${sum.per === "row" ? "columns" : "rows"} add up to ${value}.`,
  };
}

function difference(sum: SumInstance, cells: Cells): string {
  const values = (keys: CellKey[]) => keys.map((key) => figureOf(cells[key]) ?? 0);
  return exactDifference(values(sum.right), values(sum.left));
}

function explanation(
  outcome: Outcome,
  formula: Text,
  surplus: string | null,
  missingCells: () => Text,
): Text {
  if (outcome === "holds") return { zh: "", en: "" };
  if (outcome === "fails") {
    const size = (surplus ?? "").replace("-", "");
    return {
      zh: `，相差 ${size}；应为：${formula.zh}`,
      en: `, a difference of ${size}; must satisfy ${formula.en}`,
    };
  }
  const which = missingCells();
  return { zh: `，${which.zh}，无法判断`, en: `; ${which.en}, so nobody can tell` };
}

/** Names the first operand that has no number, and how many more there are. */
function missing(edition: Edition, sum: SumInstance, unknown: CellKey[], cells: Cells): Text {
  const [first = ""] = unknown;
  const spec = cellSpecs(edition).get(first);
  if (!spec) throw new Error(`${sum.id} names ${first}, which edition ${edition.id} does not have`);
  const name = sum.per === "column" ? rowName(spec.table, spec.row) : spec.column.label;
  const why = whyUnknown(cells[first]);
  const more = unknown.length - 1;
  return {
    zh: `“${name.zh}”${why.zh}${more > 0 ? `（另有 ${more} 格没有数字）` : ""}`,
    en: `“${name.en}” ${why.en}${more > 0 ? ` (and ${more} more without a number)` : ""}`,
  };
}
