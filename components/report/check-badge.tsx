import { useLocale, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { circled, type NumberedIssue } from "./issue-marks.ts";
import { sumName } from "./report-words.ts";

interface CheckBadgeProps {
  counts: { holds: number; fails: number; unknown: number };
  numbered: readonly NumberedIssue[];
  edition: Edition | null;
  /** Where several stand on a page, each has an address of its own. */
  id?: string;
  /** … and a name of its own. */
  label?: string;
}

const SHOWN = 6;

/** How many sums of the form hold, and which do not. */
export function CheckBadge({ counts, numbered, edition, id = "checks", label }: CheckBadgeProps) {
  const t = useTranslations("report.badge");
  const total = counts.holds + counts.fails + counts.unknown;
  const failing = numbered.filter(
    ({ issue }) => issue.outcome === "fails" && issue.severity === "error",
  );
  return (
    <section
      id={id}
      aria-label={label ?? t("label")}
      className={classNames(
        "keep border bg-sheet p-3",
        failing.length > 0 ? "border-alarm" : "border-rule-2",
      )}
    >
      <p className="num">
        {total === 0
          ? t("none")
          : t.rich("holds", {
              holds: counts.holds,
              total,
              b: (chunks) => <b className="text-lg">{chunks}</b>,
            })}
      </p>
      {counts.unknown > 0 ? (
        <p className="text-sm text-ink-2">{t("unknown", { count: counts.unknown })}</p>
      ) : null}
      {total > 0 && counts.holds === total && failing.length === 0 ? (
        <p className="text-sm text-ink-2">{t("all")}</p>
      ) : null}
      <FailingList failing={failing} edition={edition} />
    </section>
  );
}

function FailingList(props: { failing: readonly NumberedIssue[]; edition: Edition | null }) {
  const t = useTranslations("report.badge");
  const locale = useLocale();
  const { failing, edition } = props;
  if (failing.length === 0) return null;
  const more = failing.length - SHOWN;
  return (
    <ul className="mt-2 text-sm">
      {failing.slice(0, SHOWN).map(({ number, issue }) => (
        <li key={issue.key}>
          <a
            href={`#issue-${number}`}
            className="inline-flex min-h-8 items-center text-alarm underline underline-offset-4"
          >
            {circled(number)} {(edition && sumName(edition, issue.instance, locale)) ?? issue.rule}
          </a>
        </li>
      ))}
      {more > 0 ? <li className="text-ink-2">{t("more", { count: more })}</li> : null}
    </ul>
  );
}
