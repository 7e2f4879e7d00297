import { useLocale, useTranslations } from "next-intl";
import { type Fact, Facts } from "#components/ui/facts.tsx";
import { Link } from "#components/ui/link.tsx";
import { inLocale } from "#i18n/locales.ts";
import { editionById } from "#lib/editions/registry.ts";
import type { PublishedReport } from "#lib/reports/queries-public.ts";
import { OriginalFiles } from "./original-files.tsx";

/** 来源: whose report it is, its numbers and dates, and where the original stands. */
export function SourceFacts({ report }: { report: PublishedReport }) {
  const t = useTranslations("report.source");
  const tc = useTranslations("common");
  const locale = useLocale();
  const { content, agency } = report;
  const edition = editionById(content.edition);
  const fact = (key: "indexNumber" | "documentNumber" | "publisher" | "publishedOn" | "signedOn") =>
    ({ key, name: t(key), value: content[key] ?? t("none") }) satisfies Fact;
  const items: Fact[] = [
    {
      key: "agency",
      name: t("agency"),
      value: (
        <Link href={`/agencies/${agency.id}`} className="link">
          {agency.name}
        </Link>
      ),
    },
    fact("indexNumber"),
    fact("documentNumber"),
    fact("publisher"),
    fact("publishedOn"),
    fact("signedOn"),
    ...(content.period
      ? [
          {
            key: "period",
            name: t("period"),
            value: t("periodValue", { from: content.period[0], to: content.period[1] }),
          },
        ]
      : []),
    ...(edition
      ? [
          {
            key: "edition",
            name: t("edition"),
            value: (
              <>
                {inLocale(edition.label, locale)}
                <span lang="zh-CN" className="block text-sm text-ink-2">
                  {edition.notice}
                </span>
              </>
            ),
          },
        ]
      : []),
    { key: "scope", name: t("scope"), value: tc(`scope.${report.scope}`) },
    { key: "origin", name: t("origin"), value: <Origin report={report} /> },
    ...(report.files.length > 0
      ? [{ key: "files", name: t("file"), value: <OriginalFiles report={report} /> }]
      : []),
  ];
  return <Facts items={items} />;
}

function Origin({ report }: { report: PublishedReport }) {
  const t = useTranslations("report.source");
  if (report.origin === "submitted") return t("submitted");
  const name = report.sourceName ?? t("archive");
  return (
    <>
      {report.sourceUrl ? (
        <a href={report.sourceUrl} className="link" rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {report.synthetic ? null : t("archiveNotOriginal")}
    </>
  );
}
