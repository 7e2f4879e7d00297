import { join } from "node:path";
import { StartRefusal } from "#lib/platform/embedded/account.ts";
import { EnvError, parseStartEnv, type StartEnv } from "#lib/platform/env.ts";

/** What the start was asked to do. */
export type Options = StartEnv & { dev: boolean };

/** What a child process sees. */
export type Variables = Record<string, string | undefined>;

/** The project's folder, and the one that everything this start makes is kept in. */
export const ROOT = join(import.meta.dirname, "../..");
export const DATA = join(ROOT, ".data");

/** Reads the environment and the arguments; throws a StartRefusal that names each wrong variable. */
export function readOptions(variables: Variables, args: readonly string[]): Options {
  const unknown = args.find((arg) => arg !== "--dev");
  if (unknown !== undefined) throw new StartRefusal(`Unknown option ${unknown}: there is --dev.`);
  try {
    return { ...parseStartEnv(variables), dev: args.includes("--dev") };
  } catch (error) {
    throw error instanceof EnvError ? new StartRefusal(error.message, { cause: error }) : error;
  }
}
