import type { Plain } from "../plain.ts";

/** Plain text is its own source. */
export function readText(source: string): Plain {
  return { text: source, origin: (index) => index, meta: new Map() };
}
