import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");

/** The project's own Node: the one that runs this may be too old for TypeScript. */
function node(): string {
  const own = join(root, "node_modules/.bin/node");
  return existsSync(own) ? own : process.execPath;
}

/** A database that could not be brought to the newest schema; its message says why, without a stack. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** The reason among what a failed process wrote: from "Error: …" to the first line of a stack or trace. */
function words(said: string): string {
  const [, reason = said] = /^[a-z]*error(?: \[\w+\])?: (?:error: )?([\s\S]*)/im.exec(said) ?? [];
  const lines = reason.split("\n");
  const end = lines.findIndex((line) => /^\s+(at |\d+: )/.test(line));
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .join("\n")
    .trim();
}

/**
 * Brings a database to the newest schema, as `prisma migrate deploy` would (same folder, same
 * `_prisma_migrations`), and the job queue's own schema with it. Answers the names of what it
 * applied, [] the second time; throws a MigrationError with the engine's words where one fails.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const flags = ["--experimental-wasm-modules", "--disable-warning=ExperimentalWarning"];
  try {
    const { stdout } = await run(node(), [...flags, join(root, "prisma/apply.ts")], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: databaseUrl, NODE_OPTIONS: "" },
    });
    const last = stdout.trim().split("\n").at(-1) ?? "[]";
    return JSON.parse(last) as string[];
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new MigrationError(`The database could not be migrated: ${words(said)}`, {
      cause: error,
    });
  }
}
