import { useLocale } from "next-intl";
import { markCells, type NumberedIssue, numberIssues } from "#components/report/issue-marks.ts";
import { IssueNotes } from "#components/report/issue-notes.tsx";
import { isAbout, ReportSection } from "#components/report/report-section.tsx";
import { inLocale } from "#i18n/locales.ts";
import { SECTION_KEYS } from "#lib/editions/content.ts";
import { EDITIONS, editionById } from "#lib/editions/registry.ts";
import type { ReviewView } from "#lib/reports/queries-moderation.ts";

/** What was submitted, as the public would see it: six sections, the form's tables, what the checks say. */
export function ReviewContent({ review }: { review: ReviewView }) {
  const locale = useLocale();
  const { content, decisions } = review;
  const edition = editionById(content.edition);
  const numbered = numberIssues(review.issues, edition);
  const shared = {
    edition,
    numbered,
    marks: markCells(numbered, edition, content.cells),
    explanations: decisions,
    origin: "submitted" as const,
  };
  const tableOf = (key: string) => edition?.tables.find(({ section }) => section === key);
  const isPlaced = ({ issue }: NumberedIssue) =>
    SECTION_KEYS.some((key) => isAbout(issue, key, tableOf(key)));
  const newest = EDITIONS.at(-1);
  return (
    <>
      <IssueNotes
        numbered={numbered.filter((each) => !isPlaced(each))}
        explanations={decisions}
        origin="submitted"
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
