"use client";

import { useEffect, useRef } from "react";
import { SOURCE_TEXT } from "./source-pane.tsx";

interface Keys {
  go: (step: 1 | -1) => void;
  /** Confirms the doubt of the cell in hand and goes on to the next; answers whether there was one. */
  confirmHere: () => boolean;
  source: { isShown: boolean; show: (isShown: boolean) => void };
}

/** F8 goes to the next doubt, Shift+F8 to the one before, Ctrl+Enter confirms the one in hand; F9 opens the source, and goes there and back to the cell. */
export function useEditorKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let cell: HTMLElement | null = null;
    const press = (event: KeyboardEvent) => {
      if (event.repeat && meaningOf(event) === "confirm") return;
      switch (meaningOf(event)) {
        case "next":
          latest.current.go(1);
          break;
        case "previous":
          latest.current.go(-1);
          break;
        case "source":
          cell = toSourceAndBack(latest.current, cell);
          break;
        case "confirm":
          if (!latest.current.confirmHere()) return;
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function meaningOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent) {
  const isPlain = !altKey && !ctrlKey && !metaKey;
  if (key === "F8" && isPlain) return shiftKey ? "previous" : "next";
  if (key === "F9" && isPlain) return "source";
  return key === "Enter" && !altKey && (ctrlKey || metaKey) ? "confirm" : null;
}

/** Answers the field one came from, so that the next press leads back there. */
function toSourceAndBack({ source }: Keys, from: HTMLElement | null): HTMLElement | null {
  const text = document.getElementById(SOURCE_TEXT);
  if (!source.isShown || !text) {
    source.show(true);
    return from;
  }
  const here = document.activeElement;
  if (here === text) {
    from?.focus();
    return null;
  }
  text.focus({ preventScroll: true });
  return here instanceof HTMLElement ? here : null;
}
