import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";

/** Neither engine could answer in time: says so, keeps the question, and offers other ways in. */
export function SearchUnavailable({ again }: { again: string }) {
  const t = useTranslations("search.unavailable");
  return (
    <>
      <h1 className="mt-9">{t("title")}</h1>
      <EmptyState title={t("sentence")}>
        <p>
          <Link href={again} className="link me-4">
            {t("again")}
          </Link>
          <Link href="/agencies" className="link">
            {t("agencies")}
          </Link>
        </p>
      </EmptyState>
    </>
  );
}
