"use client";

import { useTranslations } from "next-intl";
import { inLocale, type Locale } from "#i18n/locales.ts";
import { cellSpecs } from "#lib/editions/edition.ts";
import { GridCell } from "./grid-cell.tsx";
import { computedSum, type GridBlock, type GridLine } from "./grid-model.ts";
import type { GridProps } from "./grid-props.ts";
import { unitNote } from "./unit-note.ts";

type BodyProps = GridProps & { block: GridBlock; locale: Locale };
type FigureLine = Extract<GridLine, { kind: "figures" }>;
type ComputedLine = Extract<GridLine, { kind: "computed" }>;

const INDENT = ["", "ps-6", "ps-10"];

/** The lines of one block: group heads, rows of inputs, computed lines. */
export function GridBlockBody(props: BodyProps) {
  const { block, locale } = props;
  const width = block.columns.length + 1 + (block.hasRowSums ? 1 : 0);
  const order = block.lines.filter(({ kind }) => kind === "figures");
  return (
    <tbody>
      {block.lines.map((line) => {
        if (line.kind === "group")
          return (
            <tr key={line.key} className="group">
              <th scope="rowgroup" colSpan={width} className={INDENT[line.depth]}>
                {inLocale(line.label, locale)}
              </th>
            </tr>
          );
        if (line.kind === "computed") return <Computed key={line.key} {...props} line={line} />;
        return <Figures key={line.key} {...props} line={line} index={order.indexOf(line)} />;
      })}
    </tbody>
  );
}

function Figures(props: BodyProps & { line: FigureLine; index: number }) {
  const { line, locale, block, cells } = props;
  const rowLabel = inLocale(line.label, locale);
  const sum = line.sum && computedSum(line.sum.left, (key) => numberOf(props, key));
  return (
    <tr>
      <th scope="row" className={`stay ${INDENT[line.depth] ?? ""}`}>
        {rowLabel}
      </th>
      {block.columns.map((column, at) => {
        const key = line.cells[at] ?? "";
        return (
          <GridCell
            key={key}
            cell={key}
            line={props.index}
            column={at}
            label={`${rowLabel}，${inLocale(column.label, locale)}`}
            unit={unitBehind(props, key)}
            raw={cells[key]?.raw ?? ""}
            isText={cells[key]?.state === "text"}
            isFailing={props.failing.has(key)}
            isDoubted={props.doubted.has(key)}
            isReadOnly={props.isReadOnly}
            change={props.change}
          />
        );
      })}
      {block.hasRowSums ? <td className="computed num">{sum ?? ""}</td> : null}
    </tr>
  );
}

function Computed(props: BodyProps & { line: ComputedLine }) {
  const t = useTranslations("desk.grid");
  return (
    <tr>
      <th scope="row" className="stay computed text-start">
        {t("computedLine")}
      </th>
      {props.line.sums.map((sum, at) => (
        <td key={props.block.columns[at]?.key} className="computed num">
          {sum ? computedSum(sum.left, (key) => numberOf(props, key)) : null}
        </td>
      ))}
      {props.block.hasRowSums ? <td className="computed" /> : null}
    </tr>
  );
}

/** What is said of an amount's unit beside it. */
function unitBehind({ edition, cells, loaded, locale }: BodyProps, key: string): string | null {
  const spec = cellSpecs(edition).get(key);
  const unit = spec ? unitNote(spec, cells[key], loaded[key]) : null;
  return unit && inLocale(unit, locale);
}

/** A figure's number; undefined where the report prints another row instead of its own. */
function numberOf({ edition, block, cells }: BodyProps, key: string): number | null | undefined {
  const spec = cellSpecs(edition).get(key);
  const isShown = block.lines.some((line) => line.key === spec?.row.key);
  return isShown ? (cells[key]?.value ?? null) : undefined;
}
