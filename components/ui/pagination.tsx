import { useTranslations } from "next-intl";
import { LinkButton } from "./link-button.tsx";

interface PaginationProps {
  page: number;
  pages: number;
  /** The address of a page of the same list. */
  hrefOf: (page: number) => string;
}

/** One step back, one step on, and where one is. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useTranslations("common.pagination");
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("label")} className="my-6 flex flex-wrap items-center gap-4">
      {page > 1 ? (
        <LinkButton href={hrefOf(page - 1)} rel="prev">
          {t("previous")}
        </LinkButton>
      ) : null}
      <span className="num text-ink-2">{t("position", { page, pages })}</span>
      {page < pages ? (
        <LinkButton href={hrefOf(page + 1)} rel="next">
          {t("next")}
        </LinkButton>
      ) : null}
    </nav>
  );
}
