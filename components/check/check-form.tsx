"use client";

import { unstable_isUnrecognizedActionError as isOutdated } from "next/navigation";
import {
  type ReactNode,
  type SubmitEvent,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";

interface CheckFormProps {
  action: (form: FormData) => Promise<void>;
  maxBytes: number;
  /** Whether what was given last was not checked: it stays, to be mended or sent again. */
  isRefused: boolean;
  words: { label: string; busy: string; tooLarge: string; unreachable: string; outdated: string };
  children: ReactNode;
}

/**
 * The form around its fields. Without script the browser sends it and gets a page; with script the page stays and says
 * what goes on, and what was given stays too where the server is not reached or does not take it.
 */
export function CheckForm({ action, maxBytes, isRefused, words, children }: CheckFormProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const given = new FormData(event.currentTarget);
    const isLarge = sizeOf(given) > maxBytes;
    setFault(isLarge ? words.tooLarge : null);
    if (isLarge) return;
    start(async () => {
      try {
        await action(given);
      } catch (error) {
        // Thrown, it would put an error in the place of the page and of all that was pasted.
        setFault(isOutdated(error) ? words.outdated : words.unreachable);
      }
    });
  };
  useAnswer({ isPending, isFailed: fault !== null, isRefused, form });
  return (
    <form
      ref={form}
      id="form"
      action={action}
      onSubmit={send}
      aria-label={words.label}
      className="mt-6 max-w-prose"
    >
      {children}
      {fault ? (
        <p ref={inSight} role="alert" className="mt-3 font-semibold text-alarm">
          {fault}
        </p>
      ) : null}
      <p role="status" className="mt-3 min-h-7 text-ink-2">
        {isPending ? words.busy : ""}
      </p>
    </form>
  );
}

/** A fault below the window is brought into it. */
const inSight = (line: HTMLElement | null) => line?.scrollIntoView({ block: "nearest" });

interface Answering {
  isPending: boolean;
  isFailed: boolean;
  isRefused: boolean;
  form: { current: HTMLFormElement | null };
}

/** When the answer is there, it is read out from its beginning; a file that was checked makes room for the next. */
function useAnswer({ isPending, isFailed, isRefused, form }: Answering): void {
  const wasPending = useRef(false);
  useEffect(() => {
    const isAnswered = wasPending.current && !isPending && !isFailed;
    wasPending.current = isPending;
    if (!isAnswered) return;
    const result = document.getElementById("result");
    // Focus alone shows the middle of what is higher than the window.
    result?.focus({ preventScroll: true });
    result?.scrollIntoView({ block: "start" });
    const file = form.current?.querySelector<HTMLInputElement>('input[type="file"]');
    if (file && !isRefused) file.value = "";
  }, [isPending, isFailed, isRefused, form]);
}

function sizeOf(form: FormData): number {
  return [...form.values()].reduce(
    (sum, value) => sum + (typeof value === "string" ? value.length : value.size),
    0,
  );
}
