import { expect, it } from "vitest";
import { ownRedirect } from "./auth-redirect.ts";

const HOST = "http://guessed:3000";

it.each([
  ["success", `${HOST}/desk?year=2023`, "/desk?year=2023"],
  [
    "wrong password",
    `${HOST}/api/auth/error?error=CredentialsSignin&provider=credentials`,
    "/en/sign-in?error=refused&callbackUrl=%2Fen%2Fdesk",
  ],
  [
    "a fault",
    `${HOST}/api/auth/error?error=unavailable`,
    "/en/sign-in?error=unavailable&callbackUrl=%2Fen%2Fdesk",
  ],
  [
    "a stale form",
    `${HOST}/api/auth/signin?csrf=true`,
    "/en/sign-in?error=expired&callbackUrl=%2Fen%2Fdesk",
  ],
  [
    "the way to the page",
    `/sign-in?callbackUrl=${encodeURIComponent(HOST)}`,
    "/en/sign-in?callbackUrl=%2Fen%2Fdesk",
  ],
  ["somebody else's site", "//evil.example/x?y", "/x?y"],
])("%s", (_, location, path) => {
  expect(ownRedirect(location, "/en/sign-in", "/en/desk")).toBe(path);
});
