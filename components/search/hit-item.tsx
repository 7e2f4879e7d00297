import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { MetaLine } from "#components/ui/meta-line.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { inLocale } from "#i18n/locales.ts";
import { sectionLabel } from "#lib/search/labels.ts";
import type { Hit } from "#lib/search/search.ts";
import { Pieces } from "./pieces.tsx";

/** One result: title, where and when, what stands out, and the passages that were found. */
export function HitItem({ hit: { document, title, passages } }: { hit: Hit }) {
  const t = useTranslations("search.hit");
  const tc = useTranslations("common");
  const locale = useLocale();
  const href = `/agencies/${document.agencyId}/${document.year}`;
  const { received } = document.figures;
  const region = document.region.slice(-2).map(({ name }) => name);
  return (
    <li className="border-t border-rule py-4">
      <h2 className="text-lg" lang="zh-CN">
        <Link href={href} className="text-accent no-underline hover:underline">
          <Pieces pieces={title} />
        </Link>
      </h2>
      <MetaLine className="num">
        <span lang="zh-CN">{region.join(" ")}</span>
        <span>{document.year}</span>
        <span>{tc(`kind.${document.kind}`)}</span>
        <span>{received === null ? t("receivedBlank") : t("received", { count: received })}</span>
        {document.check === "fail" ? (
          <span className="text-alarm">{t("fails", { count: document.checksFail })}</span>
        ) : null}
        {document.check === "unknown" ? <span>{t("unknown")}</span> : null}
        {document.synthetic ? <Tag>{tc("synthetic")}</Tag> : null}
        {document.summarised ? <Tag>{t("summarised")}</Tag> : null}
      </MetaLine>
      {passages.map(({ section, pieces }) => (
        <p key={section} className="mt-1 max-w-prose" lang="zh-CN">
          <Link href={`${href}#${section}`} className="me-1 text-sm text-ink-2 hover:underline">
            {inLocale(sectionLabel(section), locale)}
          </Link>
          <Pieces pieces={pieces} />
        </p>
      ))}
    </li>
  );
}
