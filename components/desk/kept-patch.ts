import { EMPTY_PATCH, isEmptyPatch, type Patch } from "./draft-state.ts";

/** What was typed and not saved, with the revision it was typed on. */
export interface KeptPatch {
  revision: number;
  patch: Patch;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const addressOf = (reportId: string) => `unsaved-${reportId}`;

/** Keeps in this tab, over one reload, what a page older than the site cannot save any more; answers whether it could. */
export function keepPatch(reportId: string, kept: KeptPatch, store: () => Store): boolean {
  try {
    store().setItem(addressOf(reportId), JSON.stringify(kept));
    return true;
  } catch {
    // Full, or not allowed by the browser: the page then asks to copy by hand.
    return false;
  }
}

/** Takes out what was kept, once; null where there is nothing. */
export function takePatch(reportId: string, store: () => Store): KeptPatch | null {
  try {
    const text = store().getItem(addressOf(reportId));
    store().removeItem(addressOf(reportId));
    const kept = text === null ? null : (JSON.parse(text) as KeptPatch);
    if (!kept || !Number.isInteger(kept.revision)) return null;
    const patch = { ...EMPTY_PATCH, ...kept.patch };
    return isEmptyPatch(patch) ? null : { revision: kept.revision, patch };
  } catch {
    return null;
  }
}
