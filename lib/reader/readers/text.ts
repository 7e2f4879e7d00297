import type { Plain } from "../plain.ts";

/** Plain text is its own source. */
export function readText(source: string): Plain {
  return {
    text: source,
    origin: (index) => index,
    originEnd: (index) => index + 1,
    meta: new Map(),
  };
}
