import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error.js";
import { expect, test } from "vitest";
import { done } from "#lib/platform/result.ts";
import { reached } from "./reached.ts";

test("an answer is passed on, and a server that gave none is a refusal like others", async () => {
  expect(await reached(Promise.resolve(done(1)))).toEqual({ ok: true, value: 1 });
  const lost = Promise.reject(new TypeError("Failed to fetch"));
  expect(await reached(lost)).toMatchObject({ refusal: { code: "platform.unreachable" } });
});

test("a page older than the site is told apart: trying again does not help", async () => {
  const unknown = Promise.reject(new UnrecognizedActionError("not found"));
  expect(await reached(unknown)).toMatchObject({ refusal: { code: "platform.outdated" } });
});

test("what the framework throws to steer, or as its own fault, passes through", async () => {
  const steering = Object.assign(new Error("redirect"), { digest: "NEXT_REDIRECT;push;/sign-in" });
  await expect(reached(Promise.reject(steering))).rejects.toBe(steering);
});
