import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { inLocale } from "#i18n/locales.ts";
import { isNarrowed, spelledOut, withoutAll } from "#lib/search/effective.ts";
import { FACET_LABELS } from "#lib/search/labels.ts";
import { START, stateHref } from "#lib/search/query.ts";
import type { Remedy, SearchAnswer } from "#lib/search/search.ts";

interface Way {
  href: string;
  label: string;
  /** What stands behind it: how many reports it gives, or where it is. */
  note: string;
  lang?: "zh-CN";
}

/** A few ways on under a line that says what they are; nothing where there are none. */
function Ways({ lead, ways }: { lead: string; ways: readonly Way[] }): ReactNode {
  if (ways.length === 0) return null;
  return (
    <>
      <p className="mt-4">{lead}</p>
      <ul>
        {ways.map(({ href, label, note, lang }) => (
          <li key={href} className="flex flex-wrap items-baseline gap-x-3">
            <Link className="link inline-flex min-h-9 items-center" href={href} lang={lang}>
              {label}
            </Link>
            <span className="num text-sm">{note}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What may have been meant, which condition to drop, and the nearest agencies, each with what it would give. */
export function NothingFound({ answer }: { answer: SearchAnswer }) {
  const t = useTranslations("search.nothing");
  const locale = useLocale();
  if (!isNarrowed(answer.state)) return <EmptyState title={t("empty")} />;
  const state = spelledOut(answer.state, answer.plan);
  const nameOf = (drop: Remedy["drop"]) =>
    drop === "words" || drop === "ranges" ? t(drop) : inLocale(FACET_LABELS[drop], locale);
  const meant = answer.help.respellings.map(({ q, count }) => ({
    href: stateHref("/reports", { ...answer.state, q, ...START }),
    label: q,
    note: t("gives", { count }),
    lang: "zh-CN" as const,
  }));
  const dropped = answer.remedies.map(({ drop, count }) => ({
    href: stateHref("/reports", withoutAll(state, drop)),
    label: t("drop", { part: nameOf(drop) }),
    note: t("gives", { count }),
  }));
  const agencies = answer.help.agencies.map(({ id, name, place }) => ({
    href: `/agencies/${encodeURIComponent(id)}`,
    label: name,
    note: place.join(" "),
    lang: "zh-CN" as const,
  }));
  return (
    <EmptyState title={t("title")}>
      <Ways lead={t("meant")} ways={meant} />
      <Ways lead={t("lead")} ways={dropped} />
      <Ways lead={t("agencies")} ways={agencies} />
      <p className="mt-4">{t("last")}</p>
    </EmptyState>
  );
}
