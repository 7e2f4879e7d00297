const CONTENT = /(?:^|[;\s])content\s*:([^;]*)/giu;
const NOTHING =
  /^(?:(?:none|normal|unset|initial|inherit|revert(?:-layer)?|no-(?:open|close)-quote)\s*)?$/iu;
/** Blanks, however they are written: they keep room, or clear what floats. */
const BLANKS =
  /^(?:(["'])(?:\\0*(?:9|a|d|20|a0|200[0-9a-d]|3000|feff)(?![0-9a-f])\s?|[\s\u200b-\u200d])*\1\s*)+$/iu;

/** What the declarations of a rule for `::before` or `::after` draw; null where that is nothing, or blanks. */
export function drawnBy(body: string): string | null {
  const all = [...body.matchAll(CONTENT)].map(([, value = ""]) =>
    value.replace(/!\s*important/iu, "").trim(),
  );
  return all.findLast((drawn) => !NOTHING.test(drawn) && !BLANKS.test(drawn)) ?? null;
}
