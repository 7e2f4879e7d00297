import { useLocale } from "next-intl";
import { inLocale } from "#i18n/locales.ts";
import { type CellKey, type ReportContent, SECTION_KEYS } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import type { CellMark, NumberedIssue } from "./issue-marks.ts";
import { IssueNotes, type PublicNote } from "./issue-notes.tsx";
import { isAbout, ReportSection } from "./report-section.tsx";

interface ReportSectionsProps {
  content: ReportContent;
  edition: Edition | null;
  marks: ReadonlyMap<CellKey, CellMark>;
  numbered: readonly NumberedIssue[];
  explanations: readonly PublicNote[];
  origin: "submitted" | "archive";
}

/** What the checks say of a report as a whole, then its six sections with what they say of each. */
export function ReportSections({ content, ...shared }: ReportSectionsProps) {
  const locale = useLocale();
  const { edition, numbered, explanations, origin } = shared;
  const tableOf = (key: string) => edition?.tables.find(({ section }) => section === key);
  const isPlaced = ({ issue }: NumberedIssue) =>
    SECTION_KEYS.some((key) => isAbout(issue, key, tableOf(key)));
  const newest = EDITIONS.at(-1);
  return (
    <>
      <IssueNotes
        numbered={numbered.filter((each) => !isPlaced(each))}
        {...{ explanations, origin }}
      />
      {SECTION_KEYS.map((key) => (
        <ReportSection
          key={key}
          sectionKey={key}
          section={content.sections.find((section) => section.key === key)}
          fallbackHeading={newest ? inLocale(newest.sections[key], locale) : key}
          cells={content.cells}
          {...shared}
        />
      ))}
    </>
  );
}
