import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StartRefusal } from "#lib/platform/embedded/account.ts";
import { spawnGuarded } from "#lib/platform/embedded/guarded.ts";
import { DATA, ROOT, type Variables } from "./options.ts";
import { writePrivate } from "./secrets.ts";

const SOURCES = ["{app,components,lib,messages,i18n,public,prisma}/**/*", "*.{js,mjs,ts,json}"];
const TESTS =
  /\.test\.tsx?$|^prisma\/seed\/|\.record\.json$|^next-env|^(biome|knip)\.json|^(vitest|playwright)\./;

/** A hash over names and contents of everything a build or a generated client depends on. */
export function sourceHash(patterns: readonly string[], root = ROOT): string {
  const files = globSync([...patterns], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !TESTS.test(file))
    .sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

async function run(args: readonly string[], env: Variables): Promise<void> {
  let said = "";
  const { exited } = spawnGuarded({
    command: process.execPath,
    args,
    signal: "TERM",
    cwd: ROOT,
    env,
    output: (text) => {
      said += text;
    },
  });
  if ((await exited) !== 0) throw new Error(said.trim());
}

function stampOf(name: string): string | undefined {
  const file = join(DATA, `${name}.stamp`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function refuse(what: string, error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  const full = /ENOSPC|no space left/i.test(said);
  throw new StartRefusal(
    full ? `The disk is full: ${what} failed; make room.` : `${what} failed:\n${said}`,
  );
}

/** Generates Prisma's client when the schema has changed since; generating needs no engine. */
export async function generateClient(): Promise<boolean> {
  const hash = sourceHash(["prisma/schema.prisma", "package-lock.json"]);
  if (stampOf("generate") === hash && existsSync(join(ROOT, "generated/prisma/client.ts")))
    return false;
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" };
  await run([join(ROOT, "node_modules/prisma/build/index.js"), "generate"], env).catch((error) =>
    refuse("Generating the database client", error),
  );
  writePrivate(join(DATA, "generate.stamp"), hash);
  return true;
}

/** Whether the last build is of these sources. */
export function isBuilt(): boolean {
  return stampOf("build") === sourceHash(SOURCES) && existsSync(join(ROOT, ".next/BUILD_ID"));
}

/** Builds the portal for production. */
export async function build(env: Variables): Promise<void> {
  const hash = sourceHash(SOURCES);
  await run([join(ROOT, "node_modules/next/dist/bin/next"), "build"], {
    ...env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  }).catch((error) => refuse("The build", error));
  writePrivate(join(DATA, "build.stamp"), hash);
}
