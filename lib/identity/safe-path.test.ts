import { expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

it.each(["/desk", "/en/admin?year=2023&year=2022#a", "/agencies/%E6%9F%B3"])(
  "goes to %s",
  (path) => {
    expect(safePath(path, "/")).toBe(path);
  },
);

it.each([
  null,
  "",
  "desk",
  "https://evil.example/desk",
  "//evil.example",
  "/\\evil.example",
  "/.//evil.example",
  "/\t/evil.example",
  "\n//evil.example",
  "javascript:alert(1)",
  "/api/auth/signout",
  "http:///evil.example",
])("does not go to %j", (path) => {
  expect(safePath(path, "/home")).toBe("/home");
});
