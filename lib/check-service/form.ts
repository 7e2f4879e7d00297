import { done, type Result, refused } from "#lib/platform/result.ts";
import { admitCheck } from "./admission.commands.ts";
import { type CheckedReport, checkReport } from "./checked-report.ts";
import { filesIn } from "./form-files.ts";
import { MAX_INPUT } from "./limits.ts";
import { type Input, readInput } from "./read-input.ts";
import type { CheckRefusal } from "./refusal.ts";

/** What came of a form: what was given, and its reports or why there are none. */
export interface CheckAnswer {
  /** Name of the file; null where a text was pasted. */
  file: string | null;
  /** What was pasted, to stand in its field again; null where it is too long for that. */
  text: string | null;
  result: Result<CheckedReport[], CheckRefusal>;
}

/** A pasted text up to this length (UTF-16 units) is shown again. */
const MAX_SHOWN_AGAIN = 500_000;

/** Checks what a form brought from a caller (null: address not known). A file goes before a text. */
export async function checkForm(form: FormData, address: string | null): Promise<CheckAnswer> {
  const text = form.get("text");
  const pasted = typeof text === "string" ? text : "";
  const files = filesIn(form);
  const chosen = files[0] ?? null;
  const given = {
    file: chosen?.name ?? null,
    text: pasted.length <= MAX_SHOWN_AGAIN ? pasted : null,
  };
  const admitted = await admitCheck(address);
  if (!admitted.ok) return { ...given, result: admitted };
  if (files.length > 1)
    return { ...given, result: refused("check.several-files", { count: files.length }) };
  const input = await inputOf(chosen, pasted);
  if (!input.ok) return { ...given, result: input };
  const read = await readInput(input.value);
  return { ...given, result: read.ok ? done(read.value.map(checkReport)) : read };
}

async function inputOf(file: File | null, text: string): Promise<Result<Input, CheckRefusal>> {
  if (file) {
    if (file.size > MAX_INPUT) return refused("check.too-large", { limit: MAX_INPUT });
    return done({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  if (text.trim() === "") return refused("check.nothing-given");
  return done({ name: "-", bytes: new TextEncoder().encode(text) });
}
