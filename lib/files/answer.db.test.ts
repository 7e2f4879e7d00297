import { expect, test } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { answerAdmitted, answerFile, fileAbsent } from "./answer.ts";
import { attachmentHeaders } from "./attachment.ts";

testDatabase();

const FILE = { name: "甲.pdf", size: 6, sha256: "0".repeat(64) };
const serve = async () => new Response("原件", { headers: attachmentHeaders(FILE, "public") });
const serveDesk = async () => new Response("原件", { headers: attachmentHeaders(FILE, "private") });

test("the download beyond the limit is a 429 in words that says how long to wait, and looks nothing up", async () => {
  for (let left = 29; left >= 0; left -= 1) {
    const response = await answerAdmitted("public", "203.0.113.1", async () => fileAbsent(404));
    expect(response.headers.get("ratelimit-remaining")).toBe(String(left));
  }
  const refused = await answerAdmitted("public", "203.0.113.1", () => {
    throw new Error("a download that is refused was looked up");
  });
  expect(refused.status).toBe(429);
  expect(refused.headers.get("cache-control")).toBe("no-store");
  expect(refused.headers.get("ratelimit-remaining")).toBe("0");
  const wait = Number(refused.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(await refused.text()).toMatch(/^下载过于频繁，请 \d+ 秒后再试。 Too many downloads; /);
  expect((await answerAdmitted("public", "203.0.113.2", serve)).status).toBe(200);
});

test.each([200, 304])(
  "an original that a shared cache may keep (%d) says nothing of one visitor's count",
  async (status) => {
    const headers = attachmentHeaders(FILE, "public");
    const kept = async () => new Response(status === 200 ? "原件" : null, { status, headers });
    const response = await answerAdmitted("public", `198.51.100.${status - 199}`, kept);
    expect([...response.headers.keys()].filter((name) => name.startsWith("ratelimit"))).toEqual([]);
    const desk = await answerAdmitted("desk", `kept ${status}`, serveDesk);
    expect(desk.headers.get("ratelimit-remaining")).toBe("59");
  },
);

test("a store that is away is a 503 in both languages that says when to ask again", async () => {
  const away = fileAbsent(503);
  expect(away.status).toBe(503);
  expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(away.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await away.text()).toMatch(/^存放原件的服务暂时不可用，请稍后再试。 The store of /u);
  expect(fileAbsent(410).headers.has("retry-after")).toBe(false);
});

test("an original that its store does not have is no file that nobody knows", async () => {
  const asked = new Request("http://127.0.0.1/files/1");
  const missing = await answerFile(asked, FILE, "public");
  expect(missing.status).toBe(500);
  expect(missing.headers.get("cache-control")).toBe("no-store");
  expect(await missing.text()).toMatch(/^原件缺失或已损坏，/u);
});

test("at the desk each account has a count of its own, apart from the public's", async () => {
  for (let call = 0; call < 60; call += 1) await answerAdmitted("desk", "one", serve);
  expect((await answerAdmitted("desk", "one", serve)).status).toBe(429);
  expect((await answerAdmitted("desk", "two", serve)).status).toBe(200);
  expect((await answerAdmitted("public", "one", serve)).status).toBe(200);
});
