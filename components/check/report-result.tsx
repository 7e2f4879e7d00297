import { useLocale, useTranslations } from "next-intl";
import { CheckBadge } from "#components/report/check-badge.tsx";
import { markCells, type NumberedIssue, numberIssues } from "#components/report/issue-marks.ts";
import { IssueNotes } from "#components/report/issue-notes.tsx";
import { MetaLine } from "#components/ui/meta-line.tsx";
import { inLocale } from "#i18n/locales.ts";
import type { CheckedReport } from "#lib/check-service/checked-report.ts";
import { allWays } from "#lib/check-service/ways.ts";
import { editionById } from "#lib/editions/registry.ts";
import { FoundFacts } from "./found-facts.tsx";
import { FoundTables } from "./found-tables.tsx";
import { GluedWays } from "./glued-ways.tsx";
import { PassageQuotes } from "./passage-quotes.tsx";
import { RuleTally } from "./rule-tally.tsx";

interface ReportResultProps {
  report: CheckedReport;
  isOnly: boolean;
  /** The number of its first issue on this page. */
  firstNumber: number;
}

/** One checked report: what was found, its tables with marks, every check, and what the reader made of it. */
export function ReportResult({ report, isOnly, firstNumber }: ReportResultProps) {
  const t = useTranslations("check.result");
  const { part, content, open, summary } = report;
  const edition = editionById(content.edition);
  const numbered = numberIssues(open, edition).map(
    ({ number, issue }): NumberedIssue => ({ number: number + firstNumber - 1, issue }),
  );
  const marks = markCells(numbered, edition, content.cells);
  const passages = new Map(open.map((issue) => [issue.key, issue.passages]));
  const id = `report-${part}`;
  const tBadge = useTranslations("report.badge");
  const nameOf = (name: string) => (isOnly ? name : t("partOf", { part, name }));
  return (
    <article
      aria-labelledby={id}
      className="mt-6 border-t-2 border-rule-2 pt-6 first-of-type:border-t-0 first-of-type:pt-0"
    >
      <ReportName id={id} report={report} isOnly={isOnly} />
      <div className="mt-4 grid items-start gap-x-9 gap-y-6 lg:grid-cols-[minmax(0,1fr)_17rem] lg:grid-rows-[auto_1fr]">
        <div className="text-md lg:col-start-2">
          <CheckBadge
            id={`${id}-badge`}
            label={nameOf(tBadge("label"))}
            {...{ numbered, edition }}
            counts={summary}
          />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <h3>{t("findings")}</h3>
          {numbered.length === 0 ? <p className="my-4">{t("noFindings")}</p> : null}
          <IssueNotes
            numbered={numbered}
            explanations={[]}
            origin={null}
            below={(issue) => (
              <>
                <PassageQuotes passages={passages.get(issue.key)} />
                <GluedWays ways={allWays(issue)} />
              </>
            )}
          />
          {edition ? (
            <FoundTables
              edition={edition}
              cells={content.cells}
              marks={marks}
              anchor={part === 1}
              nameOf={nameOf}
            />
          ) : null}
          <RuleTally label={nameOf(t("all"))} checks={report.checks} />
        </div>
        <div className="text-md lg:col-start-2">
          <FoundFacts id={`${id}-facts`} content={content} />
        </div>
      </div>
    </article>
  );
}

function ReportName({
  id,
  report,
  isOnly,
}: Pick<ReportResultProps, "report" | "isOnly"> & { id: string }) {
  const t = useTranslations("check.result");
  const locale = useLocale();
  const { part, content } = report;
  const edition = editionById(content.edition);
  return (
    <header>
      <h2 id={id} tabIndex={-1}>
        {content.title ? <span lang="zh-CN">{content.title}</span> : t("untitled", { part })}
      </h2>
      <MetaLine className="num mt-2">
        {isOnly ? null : <span>{t("part", { part })}</span>}
        <span>
          {content.year === null ? t("noYear") : t("year", { year: String(content.year) })}
        </span>
        <span>{edition ? inLocale(edition.label, locale) : t("noEdition")}</span>
      </MetaLine>
    </header>
  );
}
