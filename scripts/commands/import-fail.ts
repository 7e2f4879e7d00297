import type { Text } from "#lib/editions/edition.ts";
import { type Actor, systemActor } from "#lib/identity/actor.ts";
import { actorByLogin } from "#lib/identity/queries.ts";
import { FAULTS, type FaultCode } from "./import-words.ts";
import { type Language, pick } from "./language.ts";

/** How the command answers. */
export interface Spoken {
  json: boolean;
  language: Language;
}

/** Who imports: the command line itself, or an account with its rights; null where there is no such account. */
export async function actorFor(login: string | undefined): Promise<Actor | null> {
  return login === undefined ? systemActor("gongkai import") : actorByLogin(login);
}

/** Ends the command with one sentence and exit code 1. */
export function fail(
  fault: FaultCode | { code: string; words: Text },
  { json, language }: Spoken,
): void {
  const { code, words } = typeof fault === "string" ? { code: fault, words: FAULTS[fault] } : fault;
  const message = pick(words, language);
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, error: { code, message } })}\n`);
  else process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
