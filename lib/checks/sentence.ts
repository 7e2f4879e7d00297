import type { Text } from "../editions/edition.ts";

/** What a sentence ends with, or a bracket or quotation mark behind that. */
const ENDED = /[。！？.!?][）)”’」』"]?$/u;

/** The same words as whole sentences: with a full stop in either language, where they have no end of their own. */
export function asSentence({ zh, en }: Text): Text {
  return { zh: ENDED.test(zh) ? zh : `${zh}。`, en: ENDED.test(en) ? en : `${en}.` };
}
