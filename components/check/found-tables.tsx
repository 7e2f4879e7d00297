import { useLocale, useTranslations } from "next-intl";
import { FormTable } from "#components/report/form-table.tsx";
import type { CellMark } from "#components/report/issue-marks.ts";
import { inLocale } from "#i18n/locales.ts";
import type { CellKey, Cells } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";

interface FoundTablesProps {
  edition: Edition;
  cells: Cells;
  marks: ReadonlyMap<CellKey, CellMark>;
  anchor: boolean;
  /** Names a part of this report apart from those of others on the page. */
  nameOf: (name: string) => string;
}

/** The form's tables as they were read, failing cells framed and numbered. */
export function FoundTables({ edition, cells, marks, anchor, nameOf }: FoundTablesProps) {
  const t = useTranslations("check.result");
  const tTable = useTranslations("report.table");
  const locale = useLocale();
  const isFound = (table: string) => Object.keys(cells).some((key) => key.startsWith(`${table}.`));
  return (
    <>
      <h3 className="mt-9">{t("tables")}</h3>
      <p className="text-sm text-ink-2">{t("tablesLead")}</p>
      {edition.tables.map((table) => (
        <div key={table.key} className="mt-4">
          <h4 className="font-semibold">{inLocale(edition.sections[table.section], locale)}</h4>
          {isFound(table.key) ? (
            <>
              <p className="text-sm text-ink-2">{tTable(`unit.${table.key}`)}</p>
              <FormTable
                {...{ edition, table, cells, marks, anchor }}
                name={nameOf(inLocale(table.caption, locale))}
              />
            </>
          ) : (
            <p className="text-ink-2">{t("noTable")}</p>
          )}
        </div>
      ))}
    </>
  );
}
