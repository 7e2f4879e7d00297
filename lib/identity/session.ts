import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { now } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import type { Actor } from "./actor.ts";
import { signOut, touchSession } from "./commands.ts";
import { cookieNames, cookieOptions } from "./cookies.ts";
import { liveSession } from "./queries.ts";
import { isDueToTouch } from "./session-rules.ts";

const tokenSchema = z.object({ sid: z.string() });

/** Who asks, by the session table as it stands at this request; null for everybody who is not signed in. */
export const currentActor: () => Promise<Actor | null> = cache(async () => {
  const sessionId = await currentSessionId();
  if (sessionId === null) return null;
  const moment = now();
  const session = await liveSession(sessionId, moment);
  if (session === null) return null;
  if (isDueToTouch(session, moment)) await touchSession(session.idHash, moment);
  return session.actor;
});

/** The session id in this request's cookie, or null; whether it still counts, only the table says. */
export async function currentSessionId(): Promise<string | null> {
  const token = (await cookies()).get(cookieNames().session)?.value;
  if (token === undefined) return null;
  try {
    const parsed = tokenSchema.safeParse(await decode({ token, secret: env().AUTH_SECRET }));
    return parsed.success ? parsed.data.sid : null;
  } catch {
    // A forged, foreign or expired token is the same as none.
    return null;
  }
}

/** The token that the sign-in form must send back, from the cookie that next-auth gave; null where there is none yet. */
export async function csrfToken(): Promise<string | null> {
  const value = (await cookies()).get(cookieNames().csrf)?.value ?? "";
  return value.split("|")[0] || null;
}

/** Ends this request's session in the table and takes its cookie away (in a server action or route handler). */
export async function endSession(): Promise<void> {
  const sessionId = await currentSessionId();
  if (sessionId !== null) await signOut(sessionId, now());
  // Not delete(): a browser takes a __Host- cookie away only where the attributes are there again.
  (await cookies()).set(cookieNames().session, "", { ...cookieOptions(), maxAge: 0 });
}
