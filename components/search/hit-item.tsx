import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { inLocale } from "#i18n/locales.ts";
import { sectionLabel } from "#lib/search/labels.ts";
import type { Hit } from "#lib/search/search.ts";
import { Pieces } from "./pieces.tsx";

/** Where and when a report comes from, and what stands out in it. */
function Facts({ document }: Pick<Hit, "document">) {
  const t = useTranslations("search.hit");
  const tc = useTranslations("common");
  const { received } = document.figures;
  const region = document.region.slice(-2).map(({ name }) => name);
  return (
    <ul>
      <li>{region.join(" ")}</li>
      <li>{document.year}</li>
      <li>{tc(`kind.${document.kind}`)}</li>
      <li>{received === null ? t("receivedBlank") : t("received", { count: received })}</li>
      {document.check === "fail" ? (
        <li className="fails">{t("fails", { count: document.checksFail })}</li>
      ) : null}
      {document.check === "unknown" ? <li>{t("unknown")}</li> : null}
      {document.synthetic ? <li className="tag">{tc("synthetic")}</li> : null}
      {document.summarised ? <li className="tag">{t("summarised")}</li> : null}
    </ul>
  );
}

/** One result: title, facts, and the passages that were found, each with the way to its section. */
export function HitItem({ hit: { document, title, passages } }: { hit: Hit }) {
  const locale = useLocale();
  const lang = locale === "en" ? "zh-CN" : undefined;
  const href = `/agencies/${document.agencyId}/${document.year}`;
  return (
    <li>
      <h2 lang={lang}>
        <Link href={href}>
          <Pieces pieces={title} />
        </Link>
      </h2>
      <Facts document={document} />
      {passages.map(({ section, pieces }) => (
        <p key={section} lang={lang}>
          <Link href={`${href}#${section}`}>{inLocale(sectionLabel(section), locale)}</Link>
          <Pieces pieces={pieces} />
        </p>
      ))}
    </li>
  );
}
