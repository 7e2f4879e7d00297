import { useTranslations } from "next-intl";
import type { Passages } from "#lib/check-service/passages.ts";

/** The words of the source that an issue is about, the figures marked. */
export function PassageQuotes({ passages }: { passages: Passages | undefined }) {
  const t = useTranslations("check.result");
  if (!passages || passages.shown.length === 0) return null;
  return (
    <div className="mt-1 border-s border-rule-2 ps-3 text-sm text-ink-2">
      <span className="me-2">{t("passage")}</span>
      {passages.shown.map(({ start, before, marked, after }) => (
        <q key={start} lang="zh-CN" className="me-2 [overflow-wrap:anywhere]">
          …{before}
          <mark>{marked}</mark>
          {after}…
        </q>
      ))}
      {passages.more > 0 ? <span>{t("more", { count: passages.more })}</span> : null}
    </div>
  );
}
