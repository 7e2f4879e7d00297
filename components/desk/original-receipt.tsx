import { useTranslations } from "next-intl";
import type { DraftView } from "#lib/reports/queries-desk.ts";
import { Receipt } from "./receipt.tsx";

interface OriginalReceiptProps {
  /** What was just done to the draft's original, as its page says it. */
  change: string | string[] | undefined;
  draft: DraftView;
}

const ATTACHED = ["added", "addedSame", "replaced", "replacedSame"] as const;

/** Says back on the desk what became of the original, and whether anything is to be looked at. */
export function OriginalReceipt({ change, draft }: OriginalReceiptProps) {
  const t = useTranslations("desk.original.done");
  const name = draft.source?.version === null ? draft.source.name : null;
  if (change === "removed") return name === null ? <Receipt>{t("removed")}</Receipt> : null;
  const done = ATTACHED.find((one) => one === change);
  return done && name !== null ? <Receipt>{t(done, { name })}</Receipt> : null;
}
