import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#i18n/locales.ts";
import { cellName } from "#lib/checks/names.ts";
import type { CellKey } from "#lib/editions/content.ts";
import { cellSpecs, type Edition, type Table } from "#lib/editions/edition.ts";
import type { CellMark } from "./issue-marks.ts";

interface ChangedNotesProps {
  edition: Edition;
  table: Table;
  marks: ReadonlyMap<CellKey, CellMark>;
}

/** So many stand open; more are folded away until a mark leads there. */
const FEW = 8;

/** Under a table, its figures that differ from the original, each with what the original says. */
export function ChangedNotes({ edition, table, marks }: ChangedNotesProps) {
  const t = useTranslations("report.changed");
  const locale = useLocale();
  const changed = [...cellSpecs(edition).values()].flatMap((spec) => {
    const original = marks.get(spec.key)?.original;
    return spec.table === table && original !== undefined ? [{ spec, original }] : [];
  });
  if (changed.length === 0) return null;
  return (
    <details open={changed.length <= FEW} className="my-2 text-sm text-ink-2">
      <summary className="min-h-11 cursor-pointer py-2">
        ※ {t("title", { count: changed.length })}
      </summary>
      <ul id={`changed-${table.key}`} className="num list-disc ps-5">
        {changed.map(({ spec, original }) => (
          <li key={spec.key}>
            <a href={`#cell-${spec.key}`} className="link">
              {inLocale(cellName(edition, spec), locale)}
            </a>{" "}
            {original === "" ? t("blank") : t("said", { original })}
          </li>
        ))}
      </ul>
    </details>
  );
}
