"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Conflict } from "./draft-state.ts";

/** Where the notice stands on the page. */
export const CONFLICTS = "conflicts";

interface ConflictNoticeProps {
  conflicts: readonly Conflict[];
  editedBy: string | null;
  /** Names an address for people. */
  nameOf: (conflict: Conflict) => string;
  settle: (conflict: Conflict, keep: "yours" | "theirs") => void;
}

/** What the ids of fields begin with. */
const FIELDS = { cells: "cell", sections: "section", metadata: "field" } as const;

/** What was pressed is gone: the focus goes to the next conflict, else to the field that it was about. */
function focusAfter({ part, key }: Conflict): void {
  const next = document.getElementById(CONFLICTS)?.querySelector("button");
  const field = document.getElementById(`${FIELDS[part]}-${key}`);
  (next ?? field)?.focus();
}

/** Two people changed the same place: both values side by side, and nobody's is lost before a person chooses. */
export function ConflictNotice({ conflicts, editedBy, nameOf, settle }: ConflictNoticeProps) {
  const t = useTranslations("desk.conflict");
  if (conflicts.length === 0) return null;
  const choose = (conflict: Conflict, keep: "yours" | "theirs") => {
    settle(conflict, keep);
    requestAnimationFrame(() => focusAfter(conflict));
  };
  return (
    <Notice id={CONFLICTS} tone="alarm" role="alert">
      <p className="font-bold">
        {t("title", { count: conflicts.length, name: editedBy ?? t("someone") })}
      </p>
      <ul>
        {conflicts.map((conflict) => {
          const name = nameOf(conflict);
          return (
            <li key={`${conflict.part}.${conflict.key}`} className="border-t border-rule py-3">
              <p className="mb-1 font-semibold">{name}</p>
              <dl className="mb-2 grid grid-cols-[auto_1fr] gap-x-3">
                <dt className="text-ink-2">{t("yours")}</dt>
                <dd className="whitespace-pre-wrap">{conflict.yours || t("empty")}</dd>
                <dt className="text-ink-2">{t("theirs")}</dt>
                <dd className="whitespace-pre-wrap">{conflict.theirs || t("empty")}</dd>
              </dl>
              <div className="flex flex-wrap gap-2">
                <Button
                  type="button"
                  onClick={() => choose(conflict, "yours")}
                  aria-label={t("keepYoursOf", { name })}
                >
                  {t("keepYours")}
                </Button>
                <Button
                  type="button"
                  look="plain"
                  onClick={() => choose(conflict, "theirs")}
                  aria-label={t("keepTheirsOf", { name })}
                >
                  {t("keepTheirs")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
