import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
let folder = "";

/** Files that keep the rules, and one for each way of breaking them. */
const FILES: Record<string, string> = {
  "generated/prisma/client.ts": "export type Row = { id: string };",
  "lib/platform/db.ts":
    'import type { Row } from "#generated/prisma/client.ts";\nexport type R = Row;',
  "lib/identity/policy.ts": "export const can = () => true;",
  "lib/reports/queries.ts": 'import type { R } from "#lib/platform/db.ts";\nexport type Q = R;',
  "lib/editions/2021.ts": 'import type { Q } from "#lib/reports/queries.ts";\nexport type E = Q;',
  "lib/search/plan.ts": 'import { can } from "#lib/identity/policy.ts";\nexport const p = can;',
  "lib/reports/rule.ts":
    'import type { Row } from "#generated/prisma/client.ts";\nexport type X = Row;',
  "lib/reports/a.ts": 'import { b } from "./b.ts";\nexport const a = () => b;',
  "lib/reports/b.ts": 'import { a } from "./a.ts";\nexport const b = () => a;',
  "lib/reports/index.ts": 'export { a } from "./a.ts";',
  "lib/reports/barrel-user.ts": 'import { a } from "./index.ts";\nexport const u = a;',
  "lib/reports/links.ts":
    'import { redirect } from "next/navigation";\nexport const go = redirect;',
  "lib/reports/alone.ts": "export const alone = 1;",
  "lib/reports/lost.ts": 'import { gone } from "./gone.ts";\nexport const lost = gone;',
  "lib/reports/helper.test.ts": 'import { a } from "./a.ts";\nexport const h = a;',
  "lib/reports/tested.ts": 'import { h } from "./helper.test.ts";\nexport const t = h;',
  "scripts/tool.ts": "export const tool = 1;",
  "lib/reports/tooled.ts": 'import { tool } from "#scripts/tool.ts";\nexport const t = tool;',
  "components/desk/card.tsx":
    'import type { R } from "#lib/platform/db.ts";\nexport const Card = (p: { r: R }) => <b>{p.r.id}</b>;',
  "components/ui/badge.tsx":
    'import { can } from "#lib/identity/policy.ts";\nexport const Badge = () => <b>{String(can())}</b>;',
  "proxy.ts": 'import { can } from "#lib/identity/policy.ts";\nexport const proxy = can;',
};

const BREACHES = [
  ["editions-goes-down", "lib/editions/2021.ts → lib/reports/queries.ts"],
  ["search-goes-down", "lib/search/plan.ts → lib/identity/policy.ts"],
  ["client-in-its-place", "lib/reports/rule.ts → generated/prisma/client.ts"],
  ["no-circular", "lib/reports/a.ts"],
  ["no-barrels", "lib/reports/barrel-user.ts → lib/reports/index.ts"],
  ["next-in-its-place", "lib/reports/links.ts → "],
  ["no-orphans", "lib/reports/alone.ts"],
  ["no-unresolvable", "lib/reports/lost.ts → ./gone.ts"],
  ["no-tests-in-the-product", "lib/reports/tested.ts → lib/reports/helper.test.ts"],
  ["nothing-above", "lib/reports/tooled.ts → scripts/tool.ts"],
  ["components-are-given-their-data", "components/desk/card.tsx → lib/platform/db.ts"],
  ["ui-knows-no-domain", "components/ui/badge.tsx → lib/identity/policy.ts"],
  ["proxy-decides-nothing", "proxy.ts → lib/identity/policy.ts"],
] as const;

let said = "";

function cruise(): string {
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const preload = ["-r", join(root, "scripts/read-tsx.cjs")];
  const what = ["components", "lib", "scripts", "proxy.ts"];
  try {
    return execFileSync(join(root, "node_modules/.bin/node"), [...preload, program, ...what], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-imports-"));
  for (const name of ["package.json", ".dependency-cruiser.cjs", "tsconfig.json"]) {
    copyFileSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }
  said = cruise();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(BREACHES)("a planted breach of %s is found", (rule, where) => {
  expect(said).toContain(`${rule}: ${where}`);
});

test("what keeps the rules is not blamed", () => {
  expect(said).not.toContain("lib/reports/queries.ts →");
  expect(said).not.toContain("error client-in-its-place: lib/platform/db.ts");
});
