import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const live = contentSecurityPolicy({ nonce: "abc", development: false, https: true });

test("a live page runs scripts with its nonce only and names no other origin", () => {
  expect(live).toContain("script-src 'nonce-abc' 'strict-dynamic';");
  expect(live).not.toMatch(/unsafe|https?:\/\/|\*/);
  expect(live).toContain("frame-ancestors 'none'");
});

test("plain http is not sent to https, development may evaluate", () => {
  const local = contentSecurityPolicy({ nonce: "abc", development: true, https: false });
  expect(local).not.toContain("upgrade-insecure-requests");
  expect(local).toContain("'unsafe-eval'");
});
