import { fold } from "#lib/chinese/fold.ts";

/** A 索引号 as it is compared: letters and digits alone; null where there are none. */
export function numberKey(indexNumber: string | null): string | null {
  const key = fold(indexNumber ?? "")
    .toLowerCase()
    .replace(/[^0-9a-z]/gu, "");
  return key === "" ? null : key;
}
