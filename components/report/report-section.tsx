import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#i18n/locales.ts";
import type { CellKey, Cells, Section, SectionKey } from "#lib/editions/content.ts";
import type { Edition, Table } from "#lib/editions/edition.ts";
import { ChangedNotes } from "./changed-notes.tsx";
import { FormTable } from "./form-table.tsx";
import type { CellMark, NumberedIssue } from "./issue-marks.ts";
import { IssueNotes, type PublicNote } from "./issue-notes.tsx";
import { paragraphsOf } from "./report-words.ts";

interface ReportSectionProps {
  sectionKey: SectionKey;
  section: Section | undefined;
  edition: Edition | null;
  cells: Cells;
  marks: ReadonlyMap<CellKey, CellMark>;
  numbered: readonly NumberedIssue[];
  explanations: readonly PublicNote[];
  origin: "submitted" | "archive";
  /** The heading of the newest form, for a report whose own form is not known here. */
  fallbackHeading: string;
}

/** One section of a report: its heading, its words, its table as printed, what the checks say of it. */
export function ReportSection(props: ReportSectionProps) {
  const { sectionKey, section, edition, numbered, explanations, origin } = props;
  const t = useTranslations("report.section");
  const locale = useLocale();
  const table = edition?.tables.find((each) => each.section === sectionKey);
  const formHeading = edition ? inLocale(edition.sections[sectionKey], locale) : null;
  const heading = locale === "en" ? formHeading : section?.heading;
  const paragraphs = paragraphsOf(section?.text ?? "");
  return (
    <section aria-labelledby={sectionKey}>
      <h2 id={sectionKey} className="mt-9 mb-2">
        {heading ?? formHeading ?? props.fallbackHeading}
      </h2>
      {paragraphs.length > 0 ? (
        <div lang="zh-CN" className="max-w-prose [&>p]:mb-4">
          {paragraphs.map(({ place, text }) => (
            <p key={place}>{text}</p>
          ))}
        </div>
      ) : null}
      {table && edition ? (
        <SectionTable table={table} {...props} edition={edition} />
      ) : paragraphs.length === 0 ? (
        <p className="text-ink-2">{section ? t("empty") : t("missing")}</p>
      ) : null}
      <IssueNotes
        numbered={numbered.filter(({ issue }) => isAbout(issue, sectionKey, table))}
        explanations={explanations}
        origin={origin}
      />
    </section>
  );
}

function SectionTable(props: ReportSectionProps & { edition: Edition; table: Table }) {
  const { table, edition, cells, marks } = props;
  const t = useTranslations("report.table");
  if (!Object.keys(cells).some((key) => key.startsWith(`${table.key}.`)))
    return <p className="text-ink-2">{t("noFigures")}</p>;
  return (
    <>
      <p className="lead-in text-sm text-ink-2">{t(`unit.${table.key}`)}</p>
      <FormTable edition={edition} table={table} cells={cells} marks={marks} />
      <ChangedNotes edition={edition} table={table} marks={marks} />
    </>
  );
}

/** Whether an issue belongs under this section: by its cells, else by the passage it names. */
export function isAbout(
  issue: NumberedIssue["issue"],
  section: SectionKey,
  table: Table | undefined,
): boolean {
  if (issue.section) return issue.section === section;
  return table !== undefined && issue.cells.some((key) => key.startsWith(`${table.key}.`));
}
