import { type FormEvent, useState } from "react";
import type { GuardedAction } from "#lib/identity/guarded-action.ts";
import type { IntakeRefusal } from "#lib/intake/given.ts";
import type { PartChoice } from "#lib/intake/parts.ts";
import { oversize } from "./oversize.ts";
import { useSubmission } from "./use-submission.ts";

/** Of several reports in a file one is to be chosen. */
interface Choice {
  kind: "choose";
  parts: readonly PartChoice[];
}

/** Sends a form that gives a file or a pasted text: refuses here what is too large, and offers the reports of a file until another is given. */
export function useSourceSubmission<Value extends { kind: string } | Choice>(
  action: GuardedAction<Value, IntakeRefusal>,
) {
  const { answer, form, isBusy } = useSubmission(action);
  const value = answer?.ok ? answer.value : null;
  // A refusal of the report that was chosen leaves the others.
  const [parts, setParts] = useState<readonly PartChoice[] | null>(null);
  const [taken, setTaken] = useState(answer);
  if (answer !== taken) {
    setTaken(answer);
    if (value && "parts" in value) setParts(value.parts);
  }
  const [tooLarge, setTooLarge] = useState<IntakeRefusal | null>(null);
  // What was said of the last attempt does not stand beside the next.
  const refused = answer?.ok === false && !isBusy ? answer.refusal : null;
  const refusal = tooLarge ?? refused;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const found = oversize(new FormData(event.currentTarget));
    setTooLarge(found);
    if (found) return event.preventDefault();
    form.onSubmit(event);
  };
  return {
    value,
    refusal,
    isBusy,
    parts,
    dropParts: () => setParts(null),
    form: { ...form, onSubmit: submit },
  };
}
