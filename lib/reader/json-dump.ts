/** Longer files are no report in a wrapping. */
const LONGEST = 8_000_000;
const SHORTEST_REPORT = 200;
const LONGEST_TITLE = 100;

/** The report in an answer of a site's interface or a scraper's record: the one text in it that is a report, below its title; null where there is none, or more than one. */
export function reportInJson(text: string): string | null {
  if (text.length > LONGEST || !/^[\s\uFEFF]*[{[]\s*["{[]/u.test(text)) return null;
  const texts = textsOf(text);
  const reports = new Set(texts.filter(isReport));
  const [report] = reports;
  if (report === undefined || reports.size > 1) return null;
  const title = texts.find(
    (one) => one.length <= LONGEST_TITLE && /信息公开.{0,12}(?:年度?报|报告)/u.test(one),
  );
  if (title === undefined || report.includes(title)) return report;
  return /<(?:p|div|table)\b/iu.test(report) ? `<p>${title}</p>\n${report}` : `${title}\n${report}`;
}

function isReport(text: string): boolean {
  return text.length >= SHORTEST_REPORT && text.includes("信息公开") && text.includes("总体情况");
}

/** Every text in a JSON value, from its beginning to its end; none where it is no JSON. */
function textsOf(json: string): string[] {
  const texts: string[] = [];
  try {
    JSON.parse(json, (_key, value: unknown) => {
      if (typeof value === "string") texts.push(value);
      return null;
    });
  } catch {
    return [];
  }
  return texts;
}
