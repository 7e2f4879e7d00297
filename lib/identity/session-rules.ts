import { createHash, randomBytes } from "node:crypto";

/** A session ends twelve hours after sign-in, and after an hour without a request. */
export const SESSION_SECONDS = 12 * 60 * 60;
const IDLE_MS = 60 * 60 * 1000;
/** How stale "last seen" may become before a request writes it again. */
const TOUCH_MS = 60 * 1000;

/** A session's times as stored. */
export interface SessionTimes {
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

/** A new session id: 256 random bits, known to the cookie alone. */
export function newSessionId(): string {
  return randomBytes(32).toString("base64url");
}

/** What the table knows of a session id: its SHA-256, in hex. */
export function sessionIdHash(sessionId: string): string {
  return createHash("sha256").update(sessionId, "utf8").digest("hex");
}

/** The moment at which a session opened now ends, whatever happens. */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_SECONDS * 1000);
}

/** Whether a session still counts: not revoked, not over, not idle for too long. */
export function isLive(session: SessionTimes, now: Date): boolean {
  if (session.revokedAt !== null || now >= session.expiresAt) return false;
  return now.getTime() - session.lastSeenAt.getTime() < IDLE_MS;
}

/** Whether a request now should be noted in the table. */
export function isDueToTouch(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= TOUCH_MS;
}
