import type { ServerResponse } from "node:http";
import { currentResponse } from "#lib/platform/response-status.ts";
import type { CheckAnswer } from "./form.ts";

/** Actions and pages are built apart: what they share hangs on the process, by the answer they both work on. */
declare global {
  var gongkaiCheckAnswers: WeakMap<ServerResponse, CheckAnswer> | undefined;
}
globalThis.gongkaiCheckAnswers ??= new WeakMap<ServerResponse, CheckAnswer>();
const answers = globalThis.gongkaiCheckAnswers;

/** Leaves what came of the form for the page that is rendered in the same request; it is kept no longer than that. */
export function handOver(answer: CheckAnswer): void {
  answers.set(currentResponse(), answer);
}

/** What the form of this very request has brought; null where the page was only opened. */
export function handedOver(): CheckAnswer | null {
  return answers.get(currentResponse()) ?? null;
}
