import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { threadPool } from "./thread-pool.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a thread can be told to do; `fill` never comes back and takes all its memory. */
const THREAD = `
import { parentPort } from "node:worker_threads";
const kept = [];
const fill = () => { for (;;) kept.push(new Array(100_000).fill({}).map(() => ({}))); };
parentPort.on("message", (work) => {
  if (work === "fill") fill();
  if (work === "wait") return;
  parentPort.postMessage(work);
  if (work === "answer, then fill") setTimeout(fill, 0);
});
`;

function pool(name: string) {
  const script = join(folder, `${name}.mjs`);
  writeFileSync(script, THREAD);
  return threadPool<string, string>({ script, threads: 1, memoryMb: 32 });
}

const soon = (milliseconds: number) => AbortSignal.timeout(milliseconds);

test("a thread out of memory, out of time or over the caller's own limit is ended, and the next answers", async () => {
  const threads = pool("limits");
  expect(await threads.run("fill", 20_000)).toEqual({ over: "too-large" });
  expect(await threads.run("wait", 100)).toEqual({ over: "too-slow" });
  expect(await threads.run("wait", 20_000, soon(100))).toEqual({ over: "too-large" });
  expect(await threads.run("here", 20_000)).toEqual({ answer: "here" });
  await threads.close();
});

test("a thread that dies while it is idle is not given work again", async () => {
  const threads = pool("idle");
  expect(await threads.run("answer, then fill", 20_000)).toEqual({ answer: "answer, then fill" });
  await new Promise((passed) => setTimeout(passed, 3000));
  expect(await threads.run("here", 3000)).toEqual({ answer: "here" });
  await threads.close();
});

test("a thread that runs out of memory just when it is ended neither throws nor blocks the next", async () => {
  const threads = pool("ended");
  // One of these moments falls between the end of the wait and the end of the thread.
  for (const milliseconds of [60, 90, 120, 150, 180, 210, 240, 270, 300]) {
    expect(await threads.run("fill", milliseconds)).toHaveProperty("over");
    expect(await threads.run("here", 20_000)).toEqual({ answer: "here" });
  }
  await threads.close();
});
