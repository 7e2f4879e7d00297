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

/**
 * Brings a database to the newest schema, as `prisma migrate deploy` would (same folder, same
 * `_prisma_migrations`), and the job queue's own schema with it. Answers the names of what it
 * applied, [] the second time; throws with the engine's words where one fails.
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
    throw new Error(`The database could not be migrated: ${said.trim()}`, { cause: error });
  }
}
