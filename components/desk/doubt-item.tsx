"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { inLocale } from "#i18n/locales.ts";
import type { CellKey, ReportContent } from "#lib/editions/content.ts";
import { cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { MISSING, OTHER_FILE } from "#lib/reports/doubt-rules.ts";
import type { DoubtGroup } from "./doubt-groups.ts";
import { cellName } from "./names.ts";
import type { Target } from "./source-model.ts";
import { focusTarget } from "./source-pane.tsx";

interface DoubtItemProps {
  group: DoubtGroup;
  edition: Edition;
  content: ReportContent;
  isReadOnly: boolean;
  confirm: () => void;
  light: (target: Target) => void;
  choose: (group: DoubtGroup, values: Record<CellKey, string>) => void;
}

/** How the ways to settle a doubt are called: of a reading, of one that was left out, of what was not found, and of a draft beside another original. */
const OF_READING = {
  choose: null,
  chooseOf: "chooseOf",
  confirm: "confirm",
  confirmOf: "confirmOf",
} as const;
const OF_BLANKS = { ...OF_READING, confirm: "leaveBlank", confirmOf: "leaveBlankOf" } as const;
const OF_NOTHING = { ...OF_READING, confirm: "confirmNone", confirmOf: "confirmNoneOf" } as const;
const OF_THE_OTHER = {
  choose: "takeOther",
  chooseOf: "takeOtherOf",
  confirm: "keepOwn",
  confirmOf: "keepOwnOf",
} as const;

/** Cells of a doubt that are named one by one; of a whole row the first and the number do. */
const NAMED = 2;

/** In what words a doubt is settled: where no cell of it says anything, no figure is confirmed. */
function wordsFor({ rule, cells }: DoubtGroup, { cells: own }: ReportContent) {
  if (rule === OTHER_FILE) return OF_THE_OTHER;
  if (rule === MISSING) return OF_NOTHING;
  return cells.every((cell) => !own[cell]?.raw) ? OF_BLANKS : OF_READING;
}

/** One way of reading, its figures in the order in which they are printed: what was stored has lost it. */
function inFormOrder(values: Readonly<Record<CellKey, string>>, edition: Edition): string[] {
  return [...cellSpecs(edition).keys()].flatMap((key) => values[key] ?? []);
}

/** One doubt: which figures, what the reader says, what stands there now, and the ways to settle it. */
export function DoubtItem({
  group,
  edition,
  content,
  isReadOnly,
  confirm,
  light,
  choose,
}: DoubtItemProps) {
  const t = useTranslations("desk.doubts");
  const locale = useLocale();
  const { cells, candidates, message, rule } = group;
  const isMissing = rule === MISSING;
  const words = wordsFor(group, content);
  const [first = ""] = cells;
  // What is missing is said by the name of its cells, under a heading that says so.
  const isNamed = cells.length <= NAMED;
  const names = cells.slice(0, NAMED).map((cell) => cellName(edition, cell, locale));
  const name = isNamed
    ? names.join(t("and"))
    : t("row", { name: names[0] ?? first, count: cells.length });
  const raw = (cell: CellKey) => content.cells[cell]?.raw || t("empty");
  return (
    <li
      className="border-t border-rule py-2"
      data-doubt={group.key}
      onFocus={() => light(`cell:${first}`)}
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <button
          type="button"
          className="link min-h-11 text-start font-semibold"
          onClick={() => focusTarget(`cell:${first}`)}
        >
          {name}
        </button>
        {isNamed ? <span className="num">{cells.map(raw).join(t("and"))}</span> : null}
      </div>
      {isNamed && isMissing ? null : (
        <p className="mb-1 max-w-note text-sm text-ink-2">{inLocale(message, locale)}</p>
      )}
      {isReadOnly ? null : (
        <div className="flex flex-wrap items-center gap-2">
          {candidates.map((values) => {
            const figures = inFormOrder(values, edition)
              .map((value) => value || "␣")
              .join(" · ");
            return (
              <Button
                key={figures}
                type="button"
                look="plain"
                className="num"
                aria-label={t(words.chooseOf, { name, values: figures })}
                onClick={() => choose(group, values)}
              >
                {words.choose ? t(words.choose, { values: figures }) : figures}
              </Button>
            );
          })}
          <Button
            type="button"
            look="plain"
            onClick={confirm}
            aria-label={t(words.confirmOf, { name })}
            aria-keyshortcuts="Control+Enter"
            data-confirm
          >
            {t(words.confirm)}
          </Button>
        </div>
      )}
    </li>
  );
}
