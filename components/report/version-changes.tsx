import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { inLocale } from "#i18n/locales.ts";
import { cellName } from "#lib/checks/names.ts";
import type { Cell } from "#lib/editions/content.ts";
import { cellSpecs } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import type { ContentDiff } from "#lib/reports/diff.ts";
import { lookOf } from "./figure.ts";
import { SectionChanges } from "./section-changes.tsx";

interface VersionChangesProps {
  edition: string | null;
  before: { number: number };
  after: { number: number };
  diff: ContentDiff;
}

/** What changed between two versions: figures side by side, prose paragraph by paragraph. */
export function VersionChanges({ edition, before, after, diff }: VersionChangesProps) {
  const t = useTranslations("report.diff");
  const isSame = diff.cells.length + diff.sections.length + diff.metadata.length === 0;
  const numbers = { before: before.number, after: after.number };
  return (
    <section aria-labelledby="changes" className="mt-14 border-t-2 border-rule-2">
      <h2 id="changes" className="mt-6 mb-2">
        {t("title", numbers)}
      </h2>
      {isSame ? <p>{t("same")}</p> : null}
      {diff.metadata.length + diff.cells.length > 0 ? (
        <ScrollRegion label={t("cellsRegion")}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("cell")}</th>
                <th scope="col" className="n">
                  {t("before", { number: before.number })}
                </th>
                <th scope="col" className="n">
                  {t("after", { number: after.number })}
                </th>
              </tr>
            </thead>
            <tbody>
              {diff.metadata.map(({ field, before: old, after: young }) => (
                <tr key={field}>
                  <th scope="row">{t(`field.${field}`)}</th>
                  <td className="n word">{old ?? "—"}</td>
                  <td className="n word">{young ?? "—"}</td>
                </tr>
              ))}
              {diff.cells.map((change) => (
                <ChangedCell key={change.key} edition={edition} change={change} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
      <SectionChanges edition={edition} sections={diff.sections} />
    </section>
  );
}

function ChangedCell(props: { edition: string | null; change: ContentDiff["cells"][number] }) {
  const locale = useLocale();
  const edition = editionById(props.edition);
  const { key, before, after } = props.change;
  const spec = edition ? cellSpecs(edition).get(key) : undefined;
  return (
    <tr>
      <th scope="row">{edition && spec ? inLocale(cellName(edition, spec), locale) : key}</th>
      <PlainFigure cell={before} />
      <PlainFigure cell={after} />
    </tr>
  );
}

function PlainFigure({ cell }: { cell: Cell | null }) {
  const t = useTranslations("report.cell");
  const look = lookOf(cell ?? undefined);
  const said = !cell ? t("absent") : look === "blank" ? t("blank") : cell.raw.trim();
  return <td className={`n ${look === "absent" || look === "blank" ? "word" : look}`}>{said}</td>;
}
