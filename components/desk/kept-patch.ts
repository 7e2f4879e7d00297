import { EMPTY_PATCH, isEmptyPatch, type Patch } from "./draft-state.ts";

/** What was typed and not saved, with the revision it was typed on. */
export interface KeptPatch {
  revision: number;
  patch: Patch;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Whose words they are, and in which report. */
export interface Desk {
  userId: string;
  reportId: string;
}

const PREFIX = "unsaved-";
const prefixOf = ({ userId }: Pick<Desk, "userId">) => `${PREFIX}${userId}-`;
const addressOf = (desk: Desk) => `${prefixOf(desk)}${desk.reportId}`;

/** Keeps in this tab, over one reload, what a page older than the site cannot save any more; answers whether it could. */
export function keepPatch(desk: Desk, kept: KeptPatch, store: () => Store): boolean {
  try {
    store().setItem(addressOf(desk), JSON.stringify(kept));
    return true;
  } catch {
    // Full, or not allowed by the browser: the page then asks to copy by hand.
    return false;
  }
}

/** Takes out what this person had kept, once; null where there is nothing. What others left in the tab is thrown away. */
export function takePatch(desk: Desk, store: () => Store): KeptPatch | null {
  try {
    removeForeign(desk, store());
    const text = store().getItem(addressOf(desk));
    store().removeItem(addressOf(desk));
    const kept = text === null ? null : (JSON.parse(text) as KeptPatch);
    if (!kept || !Number.isInteger(kept.revision)) return null;
    const patch = { ...EMPTY_PATCH, ...kept.patch };
    return isEmptyPatch(patch) ? null : { revision: kept.revision, patch };
  } catch {
    return null;
  }
}

/** On a shared computer, whoever signs in next in the same tab neither sees nor saves the words of the one before. */
function removeForeign(desk: Desk, store: Store): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
  for (const key of keys)
    if (key.startsWith(PREFIX) && !key.startsWith(prefixOf(desk))) store.removeItem(key);
}
