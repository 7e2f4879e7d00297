import { globSync, readFileSync } from "node:fs";
import { NextRequest } from "next/server.js";
import { expect, it, test } from "vitest";
import { proxy } from "../../proxy.ts";
import { allowFor } from "./methods.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const ROUTES = globSync("app/**/route.ts").map((file) => file.replaceAll("\\", "/"));

/** The methods a route answers to: its own, and what Next adds to them. */
function methodsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const own = METHODS.filter((method) =>
    new RegExp(String.raw`export (?:async )?function ${method}\b|\b${method}\b[^\n]*\}`, "u").test(
      text,
    ),
  );
  return [...new Set([...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"])].toSorted();
}

test.each(ROUTES)("%s: `Allow` names just what the route answers to", (file) => {
  const path = file
    .replace(/^app|\/\[locale\]|\/\([a-z]+\)|\/route\.ts$/gu, "")
    .replace(/\[[^\]]+\]/gu, "x");
  const allowed = methodsOf(file);
  expect(allowed.length).toBeGreaterThan(1);
  for (const method of METHODS)
    expect(allowFor(method, path)).toBe(allowed.includes(method) ? null : allowed.join(", "));
});

it("a page has no list of its own, since a form without script is posted to it", () => {
  for (const path of ["/check", "/en/check", "/", "/reports", "/api/v1/search/more"])
    expect(allowFor("POST", path)).toBeNull();
});

it("stands on the answer to a wrong method alone", () => {
  const answered = (method: string, path: string) =>
    proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { method })).headers.get("allow");
  expect(answered("GET", "/api/v1/check")).toBe("OPTIONS, POST");
  expect(answered("POST", "/api/v1/check?lang=en")).toBeNull();
  expect(answered("DELETE", "/en/agencies/x/2023/files/1")).toBe("GET, HEAD, OPTIONS");
});
