"use client";

import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { inLocale, type Locale } from "#i18n/locales.ts";
import type { Table } from "#lib/editions/edition.ts";
import { GridBlockBody } from "./grid-body.tsx";
import { moveByKey, pasteBlock } from "./grid-keys.ts";
import { type GridBlock, gridBlocks } from "./grid-model.ts";
import type { GridProps } from "./grid-props.ts";

/** A table of the form as it is typed: one line a row, what the system adds up beside it in grey. */
export function Grid(props: GridProps) {
  const locale = useLocale();
  const t = useTranslations("desk.grid");
  const blocks = gridBlocks(props.edition, props.table, (key) => key in props.cells);
  const caption = inLocale(props.table.caption, locale);
  return (
    <>
      {blocks.map((block) => (
        <ScrollRegion
          key={block.key}
          label={t("region", { table: nameOf(block, caption, locale).join(t("gap")) })}
        >
          <table
            className="table grid-table"
            onKeyDown={moveByKey}
            onPaste={(event) => !props.isReadOnly && pasteBlock(event, props.change)}
          >
            <caption className="sr-only">{caption}</caption>
            <GridHead block={block} table={props.table} locale={locale} />
            <GridBlockBody {...props} block={block} locale={locale} />
          </table>
        </ScrollRegion>
      ))}
    </>
  );
}

/** A table that is printed in several is named with the article of the form that each is about. */
function nameOf({ article }: GridBlock, caption: string, locale: Locale): string[] {
  return article ? [caption, inLocale(article, locale)] : [caption];
}

function GridHead({ block, table, locale }: { block: GridBlock; table: Table; locale: Locale }) {
  const t = useTranslations("desk.grid");
  const head = block.article ?? (table.layout === "grouped" ? null : table.rowHead);
  return (
    <thead>
      <tr>
        <th scope="col" className="stay">
          {head ? inLocale(head, locale) : t("rowHead")}
        </th>
        {block.columns.map((column) => (
          <th key={column.key} scope="col" className="n">
            {inLocale(column.label, locale)}
          </th>
        ))}
        {block.hasRowSums ? (
          <th scope="col" className="n font-normal text-ink-2">
            {t("computed")}
          </th>
        ) : null}
      </tr>
    </thead>
  );
}
