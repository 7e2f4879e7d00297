import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#i18n/locales.ts";
import { EDITIONS, editionById } from "#lib/editions/registry.ts";
import type { ContentDiff, ParagraphChange } from "#lib/reports/diff.ts";

type SectionChange = ContentDiff["sections"][number];

/** The sections whose words changed, paragraph by paragraph; a heading that stayed is not said twice. */
export function SectionChanges(props: {
  edition: string | null;
  sections: readonly SectionChange[];
}) {
  const locale = useLocale();
  const edition = editionById(props.edition) ?? EDITIONS.at(-1);
  return props.sections.map(({ key, paragraphs }) => (
    <div key={key} className="mt-6">
      <h3 className="mb-2">{edition ? inLocale(edition.sections[key], locale) : key}</h3>
      <div lang="zh-CN" className="max-w-prose">
        {paragraphs
          .filter(({ kind, text }) => kind !== "same" || text !== edition?.sections[key].zh)
          .map((change, index) => (
            <Paragraph key={`${change.kind}-${index.toString()}`} change={change} />
          ))}
      </div>
    </div>
  ));
}

function Paragraph({ change }: { change: ParagraphChange }) {
  const t = useTranslations("report.diff");
  if (change.kind === "same") return <p className="mb-2 text-ink-2">{change.text}</p>;
  const isAdded = change.kind === "added";
  const Tag = isAdded ? "ins" : "del";
  return (
    <p className={`mb-2 border-s-2 ps-3 ${isAdded ? "border-accent" : "border-alarm"}`}>
      <span className="me-2 text-xs text-ink-2">{t(change.kind)}</span>
      <Tag className={isAdded ? "no-underline" : "text-ink-2 line-through"}>{change.text}</Tag>
    </p>
  );
}
