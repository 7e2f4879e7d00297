import { useFormatter, useLocale, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { inLocale } from "#i18n/locales.ts";
import { remarkOf } from "#lib/editions/cell-value.ts";
import type { Cell } from "#lib/editions/content.ts";
import type { CellSpec } from "#lib/editions/edition.ts";
import { type FigureLook, lookOf, printedUnit } from "./figure.ts";
import { type CellMark, circled } from "./issue-marks.ts";

interface FigureCellProps {
  spec: CellSpec;
  cell: Cell | undefined;
  mark: CellMark | undefined;
  colSpan: number;
  /** Addresses are given once a page: a second table of the same report leaves them out. */
  anchor: boolean;
}

const CLASSES: Readonly<Record<FigureLook, string>> = {
  number: "",
  zero: "zero",
  blank: "blank",
  word: "word",
  absent: "word",
};

/** One figure of the form: bold where it says something, quiet at zero, hatched where blank, framed where a sum fails. */
export function FigureCell({ spec, cell, mark, colSpan, anchor }: FigureCellProps) {
  const look = lookOf(cell);
  return (
    <td
      id={anchor ? `cell-${spec.key}` : undefined}
      colSpan={colSpan > 1 ? colSpan : undefined}
      className={classNames("n", CLASSES[look], mark?.isFramed && "fails")}
    >
      <Said spec={spec} cell={cell} look={look} />
      {mark?.numbers.map((number) => (
        <MarkLink key={number} number={number} />
      ))}
      {mark?.original === undefined ? null : (
        <OriginalLink table={spec.table.key} said={mark.original} />
      )}
    </td>
  );
}

function Said({ spec, cell, look }: Pick<FigureCellProps, "spec" | "cell"> & { look: FigureLook }) {
  const t = useTranslations("report.cell");
  const format = useFormatter();
  const locale = useLocale();
  if (!cell) return <span className="text-xs">{t("absent")}</span>;
  if (look === "blank") return <VisuallyHidden>{t("blank")}</VisuallyHidden>;
  if (look === "word") return <span lang="zh-CN">{cell.raw.trim()}</span>;
  const unit = printedUnit(spec, cell);
  const remark = remarkOf(cell.raw);
  return (
    <>
      {format.number(cell.value ?? 0, { maximumFractionDigits: 6 })}
      {unit && locale === "en" ? " " : null}
      {unit ? <span className="ms-0.5 text-xs font-normal">{inLocale(unit, locale)}</span> : null}
      {remark ? (
        <span lang="zh-CN" className="block text-xs font-normal text-ink-2">
          （{remark}）
        </span>
      ) : null}
    </>
  );
}

function MarkLink({ number }: { number: number }) {
  const t = useTranslations("report.cell");
  return (
    <a href={`#issue-${number}`} aria-label={t("mark", { number })} className="mark-link">
      {circled(number)}
    </a>
  );
}

/** Marks a figure that the agency decided on, other than its original; leads to the list under the table. */
function OriginalLink({ table, said }: { table: string; said: string }) {
  const t = useTranslations("report.cell");
  const label = said === "" ? t("originalBlank") : t("original", { said });
  return (
    <a href={`#changed-${table}`} aria-label={label} title={label} className="mark-link">
      ※
    </a>
  );
}
