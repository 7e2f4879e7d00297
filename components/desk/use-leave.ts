"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { STATE_BAR } from "./state-bar.tsx";

/** Saves what is open before a form elsewhere on the page leaves it, as the one that signs out does; asks where that fails. */
export function useLeave(isOpen: boolean, flush: () => Promise<boolean>): void {
  const t = useTranslations("desk.editor");
  const latest = useRef({ flush, words: t("leaveUnsaved") });
  latest.current = { flush, words: t("leaveUnsaved") };
  useEffect(() => {
    if (!isOpen) return;
    let [isAllowed, isAsked] = [false, false];
    const hold = (event: SubmitEvent) => {
      const { target: form, submitter } = event;
      const isOurs = form instanceof HTMLFormElement && !form.closest(STAYS);
      if (isAllowed || !isOurs) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isAsked) return;
      isAsked = true;
      const { flush, words } = latest.current;
      void flush()
        .catch(() => false)
        .then((isSaved) => {
          isAsked = false;
          if (!isSaved && !window.confirm(words)) return;
          isAllowed = true;
          form.requestSubmit(submitter);
          isAllowed = false;
        });
    };
    document.addEventListener("submit", hold, true);
    return () => document.removeEventListener("submit", hold, true);
  }, [isOpen]);
}

/** The bar saves on its own before its buttons act, and what stands beside the form does not leave the page. */
const STAYS = `[${STATE_BAR}], .editor-grid`;
