"use client";

import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";

interface CheckFormProps {
  action: (form: FormData) => Promise<void>;
  maxBytes: number;
  words: { label: string; busy: string; tooLarge: string };
  children: ReactNode;
}

/** The form around its fields. Without script the browser sends it and gets a page; with script the page stays and says what goes on. */
export function CheckForm({ action, maxBytes, words, children }: CheckFormProps) {
  const [isTooLarge, setTooLarge] = useState(false);
  const refuseLarge = (event: SubmitEvent<HTMLFormElement>) => {
    const isLarge = sizeOf(new FormData(event.currentTarget)) > maxBytes;
    setTooLarge(isLarge);
    if (isLarge) event.preventDefault();
  };
  return (
    <form
      id="form"
      action={action}
      onSubmit={refuseLarge}
      aria-label={words.label}
      className="mt-6 max-w-prose"
    >
      {children}
      {isTooLarge ? (
        <p role="alert" className="mt-3 font-semibold text-alarm">
          {words.tooLarge}
        </p>
      ) : null}
      <Progress busy={words.busy} />
    </form>
  );
}

/** Said while the answer is under way; when it is there, it is read out from its beginning. */
function Progress({ busy }: { busy: string }) {
  const { pending } = useFormStatus();
  const wasPending = useRef(false);
  useEffect(() => {
    if (wasPending.current && !pending) document.getElementById("result")?.focus();
    wasPending.current = pending;
  }, [pending]);
  return (
    <p role="status" className="mt-3 min-h-7 text-ink-2">
      {pending ? busy : ""}
    </p>
  );
}

function sizeOf(form: FormData): number {
  return [...form.values()].reduce(
    (sum, value) => sum + (typeof value === "string" ? value.length : value.size),
    0,
  );
}
