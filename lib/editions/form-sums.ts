import type { Sum } from "./edition.ts";
import { APPLICANT_COLUMNS } from "./request-table.ts";

const APPLICANTS = APPLICANT_COLUMNS.map(({ key }) => key).filter((key) => key !== "total");

/** The sums both editions demand (R01–R04); `outcomes` are the rows of （一）…（六） in that edition. */
export function formSums(outcomes: readonly string[]): Sum[] {
  return [
    { rule: "R01", table: "requests", per: "column", left: outcomes, right: ["handled"] },
    {
      rule: "R02",
      table: "requests",
      per: "column",
      left: ["received", "carriedIn"],
      right: ["handled", "carriedOut"],
    },
    { rule: "R03", table: "requests", per: "row", left: APPLICANTS, right: ["total"] },
    {
      rule: "R04",
      table: "remedies",
      per: "row",
      left: ["upheld", "corrected", "other", "pending"],
      right: ["total"],
    },
  ];
}
