/** An expected refusal: a code that belongs to its area (`report.stale`), with the facts a message needs. */
export interface Refusal<Code extends string = string, Facts = unknown> {
  code: Code;
  facts?: Facts;
}

/** What a command answers: a value, or a refusal that the caller must look at. Faults are thrown instead. */
export type Result<Value, R extends Refusal = Refusal> =
  | { ok: true; value: Value }
  | { ok: false; refusal: R };

/** The answer of a command that did what it was asked. */
export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** The answer of a command that would not do what it was asked. */
export function refused<Code extends string, Facts = undefined>(
  code: Code,
  facts?: Facts,
): { ok: false; refusal: Refusal<Code, Facts> } {
  return { ok: false, refusal: facts === undefined ? { code } : { code, facts } };
}
