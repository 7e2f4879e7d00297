import { describe, expect, it } from "vitest";
import { isDueToTouch, isLive, newSessionId, sessionEnd, sessionIdHash } from "./session-rules.ts";

const start = new Date("2024-01-31T00:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const session = {
  createdAt: start,
  lastSeenAt: start,
  expiresAt: sessionEnd(start),
  revokedAt: null as Date | null,
};

describe("a session", () => {
  it.each([
    ["fresh", session, 0, true],
    ["used 59 minutes ago", session, 59, true],
    ["idle for an hour", session, 60, false],
    ["in use to the last minute", { ...session, lastSeenAt: later(719) }, 719.9, true],
    ["in use, but twelve hours old", { ...session, lastSeenAt: later(719) }, 720, false],
    ["revoked", { ...session, revokedAt: start }, 0, false],
  ])("%s", (_, each, minutes, live) => {
    expect(isLive(each, later(minutes))).toBe(live);
  });

  it("is noted as used once a minute", () => {
    expect(isDueToTouch(session, later(0.9))).toBe(false);
    expect(isDueToTouch(session, later(1))).toBe(true);
  });

  it("has an id of 256 random bits that the table does not hold", () => {
    const ids = new Set(Array.from({ length: 100 }, newSessionId));
    expect(ids.size).toBe(100);
    for (const id of ids) {
      expect(Buffer.from(id, "base64url")).toHaveLength(32);
      expect(sessionIdHash(id)).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
