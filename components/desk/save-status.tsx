"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CONFLICTS } from "./conflict-notice.tsx";
import type { SaveStatus as Status } from "./draft-state.ts";

/** Whether what was typed has reached the server; always in sight. */
export function SaveStatus({
  status,
  isOpen,
  conflicts,
}: {
  status: Status;
  isOpen: boolean;
  conflicts: number;
}) {
  const t = useTranslations("desk.save");
  const format = useFormatter();
  const time = (iso: string) =>
    format.dateTime(new Date(iso), { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const reload = (words: ReactNode) => (
    <button type="button" className="link cursor-pointer" onClick={() => location.reload()}>
      {words}
    </button>
  );
  const text = () => {
    if (status.kind === "outdated")
      return t.rich(status.isKept ? "outdated" : "outdatedCopy", { reload });
    if (status.kind === "failed")
      return status.message ? t("refused", { message: status.message }) : t("failed");
    if (status.kind === "saving") return t("saving");
    if (isOpen || status.kind === "typing") return t("typing");
    return status.savedAt ? t("saved", { time: time(status.savedAt) }) : t("unchanged");
  };
  if (conflicts > 0)
    return (
      <a href={`#${CONFLICTS}`} className="link font-semibold text-alarm">
        {t("conflict", { count: conflicts })}
      </a>
    );
  const isFailed = status.kind === "failed" || status.kind === "outdated";
  return (
    <output
      className={isFailed ? "font-semibold text-alarm" : "text-sm text-ink-2"}
      aria-live={isFailed ? "assertive" : "polite"}
    >
      {text()}
    </output>
  );
}
