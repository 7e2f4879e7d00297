"use client";

import { useRouter } from "next/navigation";
import {
  type FormEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useRef,
  useTransition,
} from "react";
import { isForSubmitting, targetOf } from "./live-target.ts";
import { useKeptFocus, useSlash } from "./use-page-keys.ts";

const WAIT_MS = 250;

/** An entry of the history, so that it can be put back. */
interface Entry {
  state: unknown;
  href: string;
}

interface LiveFormProps {
  action: string;
  className: string;
  children: ReactNode;
}

/**
 * The form of the search box: results follow what is typed, in the entry of the history that is there; what is sent
 * gets an entry of its own, and the one typed over gets back what it was. Without script a plain form.
 */
export function LiveForm({ action, className, children }: LiveFormProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typedOver = useRef<Entry | null>(null);

  useSlash("q");
  useKeptFocus();
  useEffect(() => {
    const follow = () => {
      clearTimeout(timer.current);
      typedOver.current = null;
      const box = form.current?.elements.namedItem("q");
      if (box instanceof HTMLInputElement)
        box.value = new URLSearchParams(location.search).get("q") ?? "";
    };
    addEventListener("popstate", follow);
    return () => {
      clearTimeout(timer.current);
      removeEventListener("popstate", follow);
    };
  }, []);

  // The masthead is not made anew: its link to the other language follows the address.
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("header a[hreflang]"))
      link.search = location.search;
  });

  const go = (how: "push" | "replace", data: FormData) =>
    // A later call takes the place of an earlier one that has not been answered.
    startTransition(() => router[how](targetOf(action, data), { scroll: false }));
  const refresh = () => {
    const data = new FormData(form.current ?? undefined);
    if (isForSubmitting(data)) return;
    typedOver.current ??= { state: history.state, href: location.href };
    go("replace", data);
  };
  const type = ({ nativeEvent }: SyntheticEvent) => {
    clearTimeout(timer.current);
    // What an input method is composing is no word yet.
    if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) return;
    timer.current = setTimeout(refresh, WAIT_MS);
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    const data = new FormData(event.currentTarget);
    const before = typedOver.current;
    typedOver.current = null;
    if (before) history.replaceState(before.state, "", before.href);
    // A number may lead straight to its report, out of this page.
    if (isForSubmitting(data)) return;
    event.preventDefault();
    go("push", data);
  };
  return (
    <form
      ref={form}
      action={action}
      className={className}
      aria-busy={isPending}
      onInput={type}
      onCompositionEnd={type}
      onSubmit={send}
    >
      {children}
    </form>
  );
}
