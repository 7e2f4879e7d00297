import type { Issue } from "#lib/checks/issue.ts";
import { findDates, isoDate } from "#lib/chinese/dates.ts";
import { readIssue } from "./issues.ts";

/** No report is older; 1970-01-01 and 0001-01-01 are what a program prints for no date. */
const FIRST_YEAR = 2000;
const IN_ADDRESS =
  /(?:\/t|[/_-])(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[_/.-]|$)|\/(20\d{2})[-/](\d{1,2})[-/](\d{1,2})(?=\/)/u;

/** When the report was published: as printed or tagged, else as the address says, with a note. */
export function readPublishedOn(
  printed: string,
  sourceUrl: string | null,
): { publishedOn: string | null; issues: Issue[] } {
  const date = findDates(printed)[0]?.iso ?? null;
  if (date !== null && Number(date.slice(0, 4)) >= FIRST_YEAR)
    return { publishedOn: date, issues: [] };
  const issues = date === null && !/^0{3,4}1-/u.test(printed) ? [] : [noDate(printed.slice(0, 20))];
  const inAddress = sourceUrl === null ? null : dateInAddress(sourceUrl);
  if (inAddress === null) return { publishedOn: null, issues };
  return { publishedOn: inAddress, issues: [...issues, fromAddress(inAddress)] };
}

function dateInAddress(address: string): string | null {
  const match = IN_ADDRESS.exec(new URL(address).pathname);
  if (!match) return null;
  const [, year, month, day, y, m, d] = match;
  return isoDate(Number(year ?? y), Number(month ?? m), Number(day ?? d));
}

function noDate(printed: string): Issue {
  return readIssue("noDate", {
    zh: `发布日期“${printed}”是系统默认值，不作为日期。`,
    en: `The date of publication “${printed}” is a default of some program and was not taken for a date.`,
  });
}

function fromAddress(date: string): Issue {
  return readIssue(
    "dateFromAddress",
    {
      zh: `发布日期 ${date} 取自来源地址。`,
      en: `The date of publication, ${date}, was taken from the source's address.`,
    },
    { severity: "note" },
  );
}
