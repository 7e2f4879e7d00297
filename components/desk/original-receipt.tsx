import { useTranslations } from "next-intl";
import type { DraftView } from "#lib/reports/queries-desk.ts";
import { Receipt } from "./receipt.tsx";

interface OriginalReceiptProps {
  /** What was just done to the draft's original, as its page says it. */
  change: string | string[] | undefined;
  draft: DraftView;
}

/** Says back on the desk what became of the original, and whether anything is to be looked at. */
export function OriginalReceipt({ change, draft }: OriginalReceiptProps) {
  const t = useTranslations("desk.original.done");
  const name = draft.source?.version === null ? draft.source.name : null;
  if (change === "removed") return name === null ? <Receipt>{t("removed")}</Receipt> : null;
  if (name === null || (change !== "added" && change !== "replaced")) return null;
  return <Receipt>{t(draft.doubts.length > 0 ? change : `${change}Same`, { name })}</Receipt>;
}
