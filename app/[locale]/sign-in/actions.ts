"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { localePath } from "#i18n/path.ts";
import { endSession } from "#lib/identity/session.ts";

/** Ends the session in the table and on the browser; only ever the caller's own, so there is nothing to permit. */
export async function signOutAction(): Promise<void> {
  await endSession();
  redirect(localePath(await getLocale(), "/"));
}
