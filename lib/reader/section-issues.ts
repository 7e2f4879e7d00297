import type { Issue } from "#lib/checks/issue.ts";
import { SECTION_KEYS, type Section, type SectionKey } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { readIssue } from "./issues.ts";

/** What is doubtful about the sections of a report: those that were not found, and words that are left beside a table. */
export function sectionIssues(edition: Edition, sections: readonly Section[]): Issue[] {
  const found = new Set(sections.map(({ key }) => key));
  const missing = SECTION_KEYS.filter((key) => !found.has(key));
  const swollen = new Set(missing.flatMap((key) => lastBefore(key, found) ?? []));
  const tables = new Set(edition.tables.map(({ section }) => section));
  const remains = sections.filter(
    ({ key, text }) => tables.has(key) && !swollen.has(key) && isRemains(text),
  );
  return [
    ...missing.map((key) => missingSection(edition, key)),
    ...[...swollen].map((key) => swollenSection(edition, key)),
    ...remains.map(({ key }) => remainsOfTable(edition, key)),
  ];
}

/** The section whose text goes on where the heading of another was not found. */
function lastBefore(key: SectionKey, found: ReadonlySet<SectionKey>): SectionKey | undefined {
  return SECTION_KEYS.slice(0, SECTION_KEYS.indexOf(key)).findLast((one) => found.has(one));
}

/** Words beside a table in which no sentence ends. */
function isRemains(text: string): boolean {
  return text.trim() !== "" && !/[。！？；]/u.test(text);
}

function missingSection({ sections }: Edition, key: SectionKey): Issue {
  const { zh, en } = sections[key];
  return readIssue(
    "noSection",
    {
      zh: `没有找到“${zh}”的标题，这一部分按缺失处理。`,
      en: `The heading “${en}” was not found; the section counts as missing.`,
    },
    { section: key },
  );
}

function swollenSection({ sections }: Edition, key: SectionKey): Issue {
  const { zh, en } = sections[key];
  return readIssue(
    "swollenSection",
    {
      zh: `“${zh}”之后有标题没有找到，其文字可能并入了这一部分，请核对。`,
      en: `After “${en}” a heading was not found, and its text may have been put into this section. Please check.`,
    },
    { section: key },
  );
}

function remainsOfTable({ sections }: Edition, key: SectionKey): Issue {
  const { zh, en } = sections[key];
  return readIssue(
    "tableRemains",
    {
      zh: `“${zh}”的表格之外还有零散文字，可能是表格的残片，请核对。`,
      en: `Beside the table of “${en}” stand words that may be pieces of it. Please check.`,
    },
    { section: key },
  );
}
