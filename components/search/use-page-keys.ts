"use client";

import { useEffect } from "react";

const TYPED_INTO = "input,select,textarea,[contenteditable]";

/** `/` leads to the search box from anywhere on the page. */
export function useSlash(boxId: string): void {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches(TYPED_INTO);
      if (event.key !== "/" || event.ctrlKey || event.metaKey || isTyping) return;
      event.preventDefault();
      document.getElementById(boxId)?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, [boxId]);
}

const CAN_FOCUS = "main :is(a[href],input,button,summary)";

const cameBack = () =>
  performance
    .getEntriesByType("navigation")
    .some((entry) => "type" in entry && entry.type === "back_forward");

/** Who comes back to the page finds the focus where it was left; the place in the page the browser keeps itself. */
export function useKeptFocus(): void {
  useEffect(() => {
    const all = () => [...document.querySelectorAll<HTMLElement>(CAN_FOCUS)];
    const place = sessionStorage.getItem(location.href);
    if (place && cameBack()) all()[Number(place)]?.focus({ preventScroll: true });
    const leave = () => {
      const at = all().findIndex((each) => each.matches(":focus"));
      sessionStorage.setItem(location.href, String(at));
    };
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  }, []);
}
