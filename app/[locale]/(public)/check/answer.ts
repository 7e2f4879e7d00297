import type { CheckAnswer } from "#lib/check-service/form.ts";
import { handedOver } from "#lib/check-service/hand-over.ts";
import { MAX_INPUT } from "#lib/check-service/limits.ts";
import { retryAfter, statusOf } from "#lib/check-service/refusal.ts";
import { answerWith, currentResponse } from "#lib/platform/response-status.ts";
import { refused } from "#lib/platform/result.ts";

const TOO_LARGE: CheckAnswer = {
  file: null,
  text: null,
  result: refused("check.too-large", { limit: MAX_INPUT }),
};

/** What the page has to tell, with the status that goes with it; `refused=too-large`: next.config.js has turned the form away unread. */
export function answerOf(query: Readonly<Record<string, unknown>>): CheckAnswer | null {
  const answer = handedOver() ?? (query.refused === "too-large" ? TOO_LARGE : null);
  if (!answer || answer.result.ok) return answer;
  const { refusal } = answer.result;
  answerWith(statusOf(refusal));
  const wait = retryAfter(refusal);
  const response = currentResponse();
  if (wait !== null && !response.headersSent) response.setHeader("Retry-After", String(wait));
  return answer;
}
