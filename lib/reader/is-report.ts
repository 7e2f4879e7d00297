import type { ReportContent } from "#lib/editions/content.ts";
import { seemsToBe } from "./not-report.ts";
import type { Part } from "./parts.ts";
import type { Page } from "./plain.ts";

const SECTIONS = 3;
const SECTIONS_UNDER_A_TITLE = 2;
const LITTLE = 240;

/**
 * Whether what was read is an annual report: it has figures; or the form's sections with words in them under a title or
 * about information disclosure; or a title and prose. Blank tables that nobody signed are the form itself.
 */
export function isReport(page: Page, part: Part, content: ReportContent): boolean {
  const cells = Object.values(content.cells);
  if (cells.some(({ state }) => state === "number")) return true;
  const isNamed = content.agency !== null || content.signedOn !== null;
  if (cells.length > 0 && !isNamed) return false;
  const sections = new Set(part.headings.map(({ key }) => key)).size;
  const hasTitle = content.title !== null;
  const written = content.sections.reduce((sum, { text }) => sum + text.length, 0);
  if (hasTitle && sections >= SECTIONS_UNDER_A_TITLE && isNamed) return true;
  if (cells.length > 0 && sections >= SECTIONS) return true;
  if (seemsToBe(page, false) !== null) return false;
  const isAbout = page.text.slice(part.start, part.end).includes("信息公开");
  return isAbout && (sections >= SECTIONS || (hasTitle && written >= LITTLE));
}
