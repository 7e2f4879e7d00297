import { useLocale, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { inLocale } from "#i18n/locales.ts";
import type { CellKey, Cells } from "#lib/editions/content.ts";
import { type CellSpec, cellSpecs, type Edition, type Table } from "#lib/editions/edition.ts";
import {
  omittedRows,
  type PrintedCell,
  type PrintedRow,
  printedTable,
} from "#lib/editions/printed.ts";
import { FigureCell } from "./figure-cell.tsx";
import type { CellMark } from "./issue-marks.ts";
import { placed, placeLabels, splitHead, sumRows } from "./printed-grid.ts";

interface FormTableProps {
  edition: Edition;
  table: Table;
  cells: Cells;
  marks: ReadonlyMap<CellKey, CellMark>;
  /** Whether its cells can be linked to; false for a second copy on one page. */
  anchor?: boolean;
  /** What its region is called where several copies stand on one page. */
  name?: string | undefined;
}

/** A table of the form as the official blank prints it, rows and columns spanning as there. */
export function FormTable(props: FormTableProps) {
  const { edition, table, cells, marks, anchor = true } = props;
  const t = useTranslations("report.table");
  const locale = useLocale();
  const [head, body] = splitHead(
    printedTable(
      table,
      omittedRows(table, (key) => key in cells),
    ),
  );
  const sums = sumRows(edition, table);
  const shared = { specs: cellSpecs(edition), cells, marks, anchor, headDepth: table.headDepth };
  const caption = inLocale(table.caption, locale);
  return (
    <ScrollRegion label={t("region", { table: props.name ?? caption })}>
      <table className={`table form-${table.layout}`}>
        <caption className="sr-only">{caption}</caption>
        {head.length > 0 ? (
          <thead>
            {placed(head).map(({ place, item }) => (
              <HeadRow key={place} row={item} isFirst={item === head[0]} table={table} />
            ))}
          </thead>
        ) : null}
        <tbody>
          {placed(body).map(({ place, item }) => (
            <BodyRow
              key={place}
              row={item}
              isSum={isSumRow(item, sums, shared.specs)}
              {...shared}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function isSumRow(
  row: PrintedRow,
  sums: ReadonlySet<string>,
  specs: ReadonlyMap<CellKey, CellSpec>,
): boolean {
  const key = row.find(({ cell }) => cell)?.cell;
  return key !== undefined && sums.has(specs.get(key)?.row.key ?? "");
}

function HeadRow({ row, isFirst, table }: { row: PrintedRow; isFirst: boolean; table: Table }) {
  const locale = useLocale();
  return (
    <tr>
      {placed(row).map(({ place, item: cell }) => {
        const isRowHead = isFirst && cell === row[0] && table.headDepth > 0;
        return (
          <th
            key={place}
            scope={cell.colSpan > 1 ? "colgroup" : "col"}
            {...spans(cell)}
            className={isRowHead ? "rowhead stay" : cell.colSpan > 1 ? "over" : "n"}
          >
            {cell.text ? inLocale(cell.text, locale) : null}
          </th>
        );
      })}
    </tr>
  );
}

interface BodyRowProps extends Required<Pick<FormTableProps, "cells" | "marks" | "anchor">> {
  row: PrintedRow;
  isSum: boolean;
  specs: ReadonlyMap<CellKey, CellSpec>;
  headDepth: number;
}

function BodyRow({ row, isSum, ...rest }: BodyRowProps) {
  const places = placeLabels(row, rest.headDepth);
  return (
    <tr
      className={isSum ? "sum" : row.every(({ kind }) => kind === "article") ? "group" : undefined}
    >
      {placed(row).map(({ place, item: cell }) => (
        <BodyCell
          key={place}
          cell={cell}
          isLabel={cell === row[0]}
          place={places.get(cell)}
          {...rest}
        />
      ))}
    </tr>
  );
}

function BodyCell(
  props: Omit<BodyRowProps, "row" | "isSum"> & {
    cell: PrintedCell;
    isLabel: boolean;
    place: { isGroup: boolean; depth: number } | undefined;
  },
) {
  const { cell, place, specs } = props;
  const locale = useLocale();
  const text = cell.text ? inLocale(cell.text, locale) : null;
  if (cell.cell) {
    const spec = specs.get(cell.cell);
    if (!spec) throw new Error(`the printed table names ${cell.cell}, which its edition lacks`);
    const { colSpan } = cell;
    return (
      <FigureCell
        {...{ spec, colSpan, anchor: props.anchor }}
        cell={props.cells[cell.cell]}
        mark={props.marks.get(cell.cell)}
      />
    );
  }
  if (cell.kind === "head")
    return (
      <th scope="col" {...spans(cell)} className={classNames("subhead", !props.isLabel && "n")}>
        {text}
      </th>
    );
  if (cell.kind === "article")
    return (
      <th scope="colgroup" {...spans(cell)}>
        {text}
      </th>
    );
  return (
    <th
      scope={place?.isGroup ? "rowgroup" : "row"}
      {...spans(cell)}
      className={classNames("stay", place?.isGroup && "upright", place && `at-${place.depth}`)}
    >
      {place?.isGroup ? <span>{text}</span> : text}
    </th>
  );
}

function spans({ colSpan, rowSpan }: PrintedCell) {
  return {
    colSpan: colSpan > 1 ? colSpan : undefined,
    rowSpan: rowSpan > 1 ? rowSpan : undefined,
  };
}
