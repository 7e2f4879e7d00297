"use client";

import { type FormEvent, startTransition, useActionState } from "react";
import type { GuardedResult } from "#lib/identity/guard.ts";
import type { Refusal } from "#lib/platform/result.ts";
import { reached } from "./reached.ts";

/**
 * Sends a form to a server action by hand: unlike a form's own action, what was typed stays when it is refused.
 * The own action stands beside it for whoever presses the button before the page's scripts run: React keeps the form
 * and sends it then, where the browser would put every field into the address.
 */
export function useSubmission<Value, R extends Refusal>(
  action: (form: FormData) => Promise<GuardedResult<Value, R>>,
) {
  const [answer, act, isBusy] = useActionState(
    (_last: GuardedResult<Value, R> | null, form: FormData) => reached(action(form)),
    null,
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    startTransition(() => act(form));
  };
  return { answer, isBusy, form: { action: act, onSubmit: submit } };
}
