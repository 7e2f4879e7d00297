"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";

interface GridCellProps {
  cell: string;
  line: number;
  column: number;
  label: string;
  /** What stands behind the figure: an amount in another unit than the head's, or in none that is known. */
  unit: string | null;
  raw: string;
  isText: boolean;
  isFailing: boolean;
  isDoubted: boolean;
  isReadOnly: boolean;
  change: (values: Record<string, string>) => void;
}

/** One figure as it is typed. What cannot be read as a number is kept, and says so. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const t = useTranslations("desk.grid");
  const notes = [
    props.isFailing && t("failing"),
    props.isDoubted && t("doubted"),
    props.isText && t("notANumber"),
  ].filter(Boolean);
  const state = props.isFailing || props.isText ? "fails" : props.isDoubted ? "doubted" : "";
  return (
    <td className={state}>
      <input
        id={`cell-${props.cell}`}
        className={props.raw.trim() === "0" ? "num text-ink-3" : "num font-semibold"}
        inputMode="decimal"
        autoComplete="off"
        data-line={props.line}
        data-column={props.column}
        data-cell={props.cell}
        aria-label={[props.label, props.unit, ...notes].filter(Boolean).join(t("gap"))}
        aria-invalid={props.isFailing || props.isText || undefined}
        readOnly={props.isReadOnly}
        value={props.raw}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => props.change({ [props.cell]: event.currentTarget.value })}
      />
      {props.unit ? (
        <span className="unit" aria-hidden="true">
          {props.unit}
        </span>
      ) : null}
    </td>
  );
});
