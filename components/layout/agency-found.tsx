import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { AgencyFacts } from "#lib/agencies/queries.ts";
import { AgencyList } from "./agency-list.tsx";

/** The agencies whose names begin with a text, or what to try instead. */
export function AgencyFound(props: { text: string; found: readonly AgencyFacts[]; limit: number }) {
  const { text, found, limit } = props;
  const t = useTranslations("agency.directory");
  if (found.length === 0)
    return <EmptyState title={t("foundNone", { text })}>{t("foundNoneBody")}</EmptyState>;
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="mt-9">
        {t("found", { text })}
      </h2>
      <AgencyList agencies={found} withRegion />
      {found.length === limit ? (
        <p className="text-sm text-ink-2">{t("foundMore", { count: limit })}</p>
      ) : null}
    </section>
  );
}
