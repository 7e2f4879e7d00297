import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { inLocale } from "#i18n/locales.ts";
import { circled, type NumberedIssue, type OpenIssue } from "./issue-marks.ts";

/** What the agency says in public about an issue. */
export interface PublicNote {
  issueKey: string;
  note: string;
}

interface IssueNotesProps {
  numbered: readonly NumberedIssue[];
  explanations: readonly PublicNote[];
  /** Null for a file that somebody only has checked: nobody has been asked to explain it. */
  origin: "submitted" | "archive" | null;
  /** What to show under an issue (its passage in the source). */
  below?: (issue: OpenIssue) => ReactNode;
}

const isAlarm = ({ issue }: NumberedIssue) =>
  issue.outcome === "fails" && issue.severity === "error";

/** A sentence for each open issue, with what the agency says about it. */
export function IssueNotes({ numbered, ...rest }: IssueNotesProps) {
  const alarm = numbered.filter(isAlarm);
  const plain = numbered.filter((each) => !isAlarm(each));
  return (
    <>
      <NoteList tone="alarm" numbered={alarm} {...rest} />
      <NoteList tone="plain" numbered={plain} {...rest} />
    </>
  );
}

function NoteList({ tone, numbered, ...rest }: IssueNotesProps & { tone: "alarm" | "plain" }) {
  const t = useTranslations("report.issues");
  if (numbered.length === 0) return null;
  return (
    <Notice tone={tone} role="note" aria-label={t(tone)}>
      {numbered.map((each) => (
        <IssueSentence key={each.issue.key} each={each} isAlarm={tone === "alarm"} {...rest} />
      ))}
      {tone === "alarm" && rest.origin === "archive" ? (
        <p className="text-sm text-ink-2">{t("archive")}</p>
      ) : null}
    </Notice>
  );
}

function IssueSentence(
  props: Omit<IssueNotesProps, "numbered"> & { each: NumberedIssue; isAlarm: boolean },
) {
  const t = useTranslations("report.issues");
  const locale = useLocale();
  const { number, issue } = props.each;
  const explanation = props.explanations.find(({ issueKey }) => issueKey === issue.key);
  return (
    <div id={`issue-${number}`} className="keep mb-2 last:mb-0">
      <p>
        <span aria-hidden="true">{circled(number)} </span>
        {props.isAlarm ? (
          <strong>{inLocale(issue.message, locale)}</strong>
        ) : (
          inLocale(issue.message, locale)
        )}
        {issue.hint ? <span> {inLocale(issue.hint, locale)}</span> : null}
        <RuleLink rule={issue.rule} />
      </p>
      {props.below?.(issue)}
      {explanation ? (
        <p className="mt-1 border-s border-rule-2 ps-3">
          {t("explanation", { note: explanation.note })}
        </p>
      ) : props.isAlarm && props.origin === "submitted" ? (
        <p className="text-sm text-ink-2">{t("unexplained")}</p>
      ) : null}
    </div>
  );
}

/** The rule by its id, on the page that explains all of them; the reader's own doubts stand there together. */
function RuleLink({ rule }: { rule: string }) {
  const t = useTranslations("report.issues");
  const isDoubt = rule.startsWith("read.");
  return (
    <Link
      href={`/checks#${isDoubt ? "read" : rule}`}
      className="link ms-2 inline-block text-xs whitespace-nowrap"
    >
      {isDoubt ? t("doubt") : t("rule", { rule })}
    </Link>
  );
}
