import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

/** Next builds the start-up code and the pages apart: what they share must hang on the process, not on a module. */
declare global {
  var gongkaiResponses: AsyncLocalStorage<ServerResponse> | undefined;
}
globalThis.gongkaiResponses ??= new AsyncLocalStorage<ServerResponse>();
const responses = globalThis.gongkaiResponses;

function isStart(message: unknown): message is { response: ServerResponse } {
  return typeof message === "object" && message !== null && "response" in message;
}

/** Called once at start: keeps each answer at hand for as long as its request is worked on. */
export function keepResponsesAtHand(): void {
  subscribe("http.server.request.start", (message) => {
    if (isStart(message)) responses.enterWith(message.response);
  });
}

/** The answer to the request that is being worked on: what a form's action leaves there, its page finds. */
export function currentResponse(): ServerResponse {
  const response = responses.getStore();
  if (!response) throw new Error("there is no request being worked on");
  return response;
}

/** Answers the current request with this status; a page can only do so before its first byte is out. */
export function answerWith(status: 400 | 404 | 410 | 413 | 415 | 422 | 429 | 500 | 503): void {
  const response = currentResponse();
  if (!response.headersSent) response.statusCode = status;
}
