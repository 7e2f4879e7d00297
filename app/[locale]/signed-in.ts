import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { localePath } from "#i18n/path.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { signInAddress } from "#lib/identity/auth-redirect.ts";
import { currentActor } from "#lib/identity/session.ts";

/** Who is signed in; everybody else is sent to the sign-in page and comes back here afterwards. */
export async function signedIn(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const here = (await headers()).get("x-path");
  redirect(signInAddress(localePath(await getLocale(), "/sign-in"), here));
}
