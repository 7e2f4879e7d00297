import type { Issue } from "#lib/checks/issue.ts";
import { fold } from "#lib/chinese/fold.ts";
import { SECTION_KEYS, type Section, type SectionKey } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { readIssue } from "./issues.ts";
import { TITLE_LINE } from "./parts.ts";

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
    ...strayHeadings(edition, sections),
  ];
}

/** Sections in which the heading of another or the title of a report stands, and those that are empty beside them. */
function strayHeadings(edition: Edition, sections: readonly Section[]): Issue[] {
  const headings = new Map(SECTION_KEYS.map((key) => [wordsOf(edition.sections[key].zh), key]));
  const strays = sections.flatMap(({ key, text }) => {
    // A text on one line has them between blanks.
    const pieces = text
      .split("\n")
      .flatMap((line) => [line, ...line.split(/\s+/u).filter((piece) => /\d{4}/u.test(piece))]);
    const stray = pieces.find((line) => {
      const words = wordsOf(line);
      return TITLE_LINE.test(words) || (headings.get(words) ?? key) !== key;
    });
    return stray === undefined ? [] : [{ key, stray: stray.trim() }];
  });
  if (strays.length === 0) return [];
  const tables = new Set(edition.tables.map(({ section }) => section));
  const empty = sections.filter(({ key, text }) => !tables.has(key) && text.trim() === "");
  return [
    ...strays.map(({ key, stray }) => strayHeading(edition, key, stray)),
    ...empty.map(({ key }) => emptySection(edition, key)),
  ];
}

const wordsOf = (line: string) => fold(line).replace(/\s+/gu, "");

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

function strayHeading({ sections }: Edition, key: SectionKey, stray: string): Issue {
  const { zh, en } = sections[key];
  return readIssue(
    "strayHeading",
    {
      zh: `“${zh}”之中有“${stray}”一行，其后的文字可能属于别的部分或另一份年报，请核对。`,
      en: `Within “${en}” stands the line “${stray}”: what follows may belong to another section or another report. Please check.`,
    },
    { section: key },
  );
}

function emptySection({ sections }: Edition, key: SectionKey): Issue {
  const { zh, en } = sections[key];
  return readIssue(
    "emptySection",
    {
      zh: `“${zh}”的标题下没有文字，其文字可能在来源的别处，请核对。`,
      en: `No words stand under “${en}”; they may be elsewhere in the source. Please check.`,
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
