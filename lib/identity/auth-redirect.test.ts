import { expect, it } from "vitest";
import { ownNext, ownRedirect, signInAddress, signInQuery } from "./auth-redirect.ts";

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
    "/en/sign-in?callbackUrl=%2Fen%2Fdesk&asked=1",
  ],
  ["somebody else's site", "//evil.example/x?y", "/x?y"],
])("%s", (_, location, path) => {
  expect(ownRedirect(location, "/en/sign-in", "/en/desk")).toBe(path);
});

it.each([
  [{}, { notice: null, next: null, asked: false }],
  [
    { error: "refused", callbackUrl: "/en/desk" },
    { notice: "refused", next: "/en/desk", asked: false },
  ],
  [
    { error: "<script>", callbackUrl: "https://evil.example", asked: "1" },
    { notice: null, next: null, asked: true },
  ],
  [
    { error: ["refused", "x"], callbackUrl: ["/desk", "/x"] },
    { notice: null, next: null, asked: false },
  ],
])("reads %j", (params, query) => {
  expect(signInQuery(params)).toEqual(query);
});

it("reads what it writes", () => {
  const query = { notice: "expired", next: "/desk?year=2023&a=b", asked: true } as const;
  const address = new URL(
    signInAddress("/sign-in", query.next, query.notice, query.asked),
    "http://site.invalid",
  );
  expect(signInQuery(Object.fromEntries(address.searchParams))).toEqual(query);
});

it.each(["/sign-in", "/en/sign-in?error=refused", "//evil.example", null])(
  "does not go on to %s",
  (path) => {
    expect(ownNext(path)).toBeNull();
  },
);
