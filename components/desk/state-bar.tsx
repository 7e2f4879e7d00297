"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";

interface StateBarProps {
  revision: number;
  isOpen: boolean;
  /** Saves what is open before a button moves the report on. */
  onLeave: () => Promise<boolean>;
  children: ReactNode;
}

/** Marks the bar, whose buttons save before they act. */
export const STATE_BAR = "data-state-bar";

/** State, saved time and the buttons that move the report on; whatever is typed is saved before a button acts. */
export function StateBar({ revision, isOpen, onLeave, children }: StateBarProps) {
  const t = useTranslations("desk.editor");
  const [isRefused, setRefused] = useState(false);
  const current = useRef(revision);
  current.current = revision;
  const beforeSubmit = (event: FormEvent<HTMLDivElement>) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (!isOpen) return stamp(form, current.current);
    event.preventDefault();
    event.stopPropagation();
    const { submitter } = event.nativeEvent as SubmitEvent;
    setRefused(false);
    void onLeave().then((isSaved) => {
      setRefused(!isSaved);
      if (isSaved) form.requestSubmit(submitter);
    });
  };
  return (
    <div {...{ [STATE_BAR]: "" }} className="desk-bar" onSubmitCapture={beforeSubmit}>
      {children}
      {isRefused && isOpen ? (
        <p role="alert" className="m-0 w-full font-semibold text-alarm">
          {t("unsaved")}
        </p>
      ) : null}
    </div>
  );
}

/** Puts the revision that is on the screen into the form, so that a decision is on just what was seen. */
function stamp(form: HTMLFormElement, revision: number): void {
  const field = form.elements.namedItem("revision");
  if (field instanceof HTMLInputElement) field.value = String(revision);
}
