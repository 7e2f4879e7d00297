import { markCells, numberIssues } from "#components/report/issue-marks.ts";
import { ReportSections } from "#components/report/report-sections.tsx";
import { editionById } from "#lib/editions/registry.ts";
import type { ReviewView } from "#lib/reports/queries-moderation.ts";

/** What was submitted, as the public would see it: six sections, the form's tables, what the checks say. */
export function ReviewContent({ review }: { review: ReviewView }) {
  const { content, decisions } = review;
  const edition = editionById(content.edition);
  const numbered = numberIssues(review.issues, edition);
  const marks = markCells(numbered, edition, content.cells);
  return (
    <ReportSections
      {...{ content, edition, marks, numbered }}
      explanations={decisions}
      origin="submitted"
    />
  );
}
