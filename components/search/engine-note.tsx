import { useFormatter, useTranslations } from "next-intl";
import type { SearchAnswer } from "#lib/search/search.ts";

const NAMES = { postgres: "PostgreSQL", meilisearch: "Meilisearch" } as const;

/** Which engine answered, and how fresh its index is. */
export function EngineNote({ answer, now }: { answer: SearchAnswer; now: Date }) {
  const t = useTranslations("search.engine");
  const format = useFormatter();
  const { engine, fallback, indexedAt } = answer;
  const by = fallback === null ? t("by", { engine: NAMES[engine] }) : t("fallback");
  const when = indexedAt ? t("updated", { when: format.relativeTime(indexedAt, now) }) : null;
  return (
    <p className="mt-4 text-sm text-ink-2">
      {[by, when].filter((part) => part !== null).join(" · ")}
    </p>
  );
}
