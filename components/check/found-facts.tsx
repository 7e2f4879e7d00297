import { useLocale, useTranslations } from "next-intl";
import { type Fact, Facts } from "#components/ui/facts.tsx";
import { inLocale } from "#i18n/locales.ts";
import { type ReportContent, SECTION_KEYS, type SectionKey } from "#lib/editions/content.ts";
import { officialCells } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";

const PLAIN = ["indexNumber", "documentNumber", "publisher", "publishedOn", "signedOn"] as const;

/** What the reader found besides figures: who, when, which form, and how much of each section. */
export function FoundFacts({ id, content }: { id: string; content: ReportContent }) {
  const t = useTranslations("check.result");
  const tToc = useTranslations("report.toc");
  const edition = editionById(content.edition);
  const hasTable = (key: SectionKey) =>
    edition?.tables.some(
      ({ section, key: table }) =>
        section === key && Object.keys(content.cells).some((cell) => cell.startsWith(`${table}.`)),
    );
  const sections = SECTION_KEYS.map((key): Fact => {
    const text = content.sections.find((section) => section.key === key)?.text;
    const count = [...(text ?? "")].length;
    const said = [hasTable(key) && t("sectionTable"), count > 0 && t("section", { count })];
    const value = said.filter((word) => word).join(" · ");
    return { key, name: tToc(key), value: value || t("sectionMissing") };
  });
  return (
    <>
      <h3 id={id} className="mt-6 mb-1 font-sans text-sm font-semibold text-ink-2">
        {t("read")}
      </h3>
      <Facts items={useFacts(content)} />
      <h3 className="mt-6 mb-1 font-sans text-sm font-semibold text-ink-2">{t("sections")}</h3>
      <Facts items={sections} />
    </>
  );
}

function useFacts(content: ReportContent): Fact[] {
  const t = useTranslations("check.result");
  const tSource = useTranslations("report.source");
  const tc = useTranslations("common");
  const locale = useLocale();
  const edition = editionById(content.edition);
  const { title, agency, year, period, scope } = content;
  const found: [string, string, string | null][] = [
    ["title", t("title_"), title],
    ["agency", t("agency"), agency],
    ["region", t("region"), content.region ?? null],
    ["year", t("yearLabel"), year === null ? null : String(year)],
    ["edition", t("edition"), edition ? inLocale(edition.label, locale) : null],
    ...PLAIN.map((key): [string, string, string | null] => [key, tSource(key), content[key]]),
    [
      "period",
      tSource("period"),
      period && tSource("periodValue", { from: period[0], to: period[1] }),
    ],
    ["scope", tSource("scope"), scope && tc(`scope.${scope}`)],
    ["sourceUrl", t("sourceUrl"), content.sourceUrl ?? null],
  ];
  const cells: Fact[] = edition
    ? [
        {
          key: "cells",
          name: t("cells"),
          value: t("cellsValue", {
            found: Object.keys(content.cells).length,
            all: officialCells(edition).length,
          }),
        },
      ]
    : [];
  return [
    ...found.map(([key, name, value]) => ({ key, name, value: value ?? t("notFound") })),
    ...cells,
  ];
}
