import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { SearchAnswer } from "#lib/search/search.ts";

/** What was wrong with the address and what was made of it. */
export function SearchNotices({ answer: { problems, plan } }: { answer: SearchAnswer }) {
  const t = useTranslations("search.notices");
  const { dropped } = plan.understood;
  if (problems.length === 0 && dropped.length === 0) return null;
  return (
    <Notice role="status">
      {problems.map(({ parameter, value, used }) => (
        <p key={`${parameter}=${value}`}>
          {used === null
            ? t("none", { parameter, value })
            : t("nearest", { parameter, value, used })}
        </p>
      ))}
      {dropped.length > 0 ? <p>{t("dropped", { words: dropped.join(" ") })}</p> : null}
    </Notice>
  );
}
