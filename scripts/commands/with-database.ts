import { closeDatabase } from "#lib/platform/db.ts";
import { EnvError } from "#lib/platform/env.ts";
import { type Language, pick } from "./language.ts";

/** Runs a command that needs the database and lets go of it afterwards; a missing setting or server is one sentence and exit code 1. */
export async function withDatabase(language: Language, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const words = reason(error, language);
    if (words === null) throw error;
    process.stderr.write(`${words}\n`);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}

function reason(error: unknown, language: Language): string | null {
  if (error instanceof EnvError) return error.message;
  const text = error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : "";
  if (/ECONNREFUSED|DatabaseNotReachable|Can't reach database|Connection terminated/i.test(text)) {
    return pick(
      {
        zh: "连不上数据库：请检查 DATABASE_URL，或先用 npm start 启动。",
        en: "The database cannot be reached: check DATABASE_URL, or start the portal with npm start first.",
      },
      language,
    );
  }
  return null;
}
