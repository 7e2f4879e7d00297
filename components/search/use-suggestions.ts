"use client";

import { useEffect, useState } from "react";
import { type Option, optionsOf } from "./suggest-options.ts";

const WAIT_MS = 150;

/** Suggestions for what stands in the box, asked a moment after the last key; none while nothing is typed, and none where the answer is a refusal. */
export function useSuggestions(typed: string): readonly Option[] {
  const [options, setOptions] = useState<readonly Option[]>([]);
  useEffect(() => {
    if (typed.trim() === "") {
      setOptions([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const address = `/api/v1/suggest?q=${encodeURIComponent(typed)}`;
        const response = await fetch(address, { signal: stop.signal });
        setOptions(response.ok ? optionsOf(await response.json()) : []);
      } catch {
        // The connection is away, or the next key has come: the box itself goes on working.
        if (!stop.signal.aborted) setOptions([]);
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed]);
  return options;
}
