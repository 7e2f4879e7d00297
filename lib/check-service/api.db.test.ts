import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { db } from "#lib/platform/db.ts";
import { consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { answerCheck } from "./api.ts";
import { ADDRESS_LIMIT, MAX_INPUT, UNKNOWN_LIMIT } from "./limits.ts";

testDatabase();

const sound = consistentContent(EDITION_2021, 4);
const total = "remedies.litigationDirect.total";
const wrong = (sound.cells[total]?.value ?? 0) + 2;
const broken = reportAsText(withCells(sound, { [total]: numberCell(wrong) }));

/** Another report than the one above: its words and figures differ, so that it is no repetition of it. */
const reportOf = (county: string, seed: number) =>
  reportAsText(consistentContent(EDITION_2021, seed))
    .replaceAll("示例县", county)
    .replace("本部分为测试内容", `${county}的情况如下`);

let caller = 0;
/** Every test asks from an address of its own, so that none uses up another's allowance. */
const anyone = () => `203.0.113.${++caller}`;

function post(body: BodyInit, type?: string, query = ""): Request {
  const headers = type ? { "content-type": type } : {};
  const address = `http://127.0.0.1/api/v1/check${query}`;
  return new Request(address, { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

async function ask(request: Request, address: string | null = anyone()) {
  const response = await answerCheck(request, address);
  return { response, status: response.status, body: await response.json() };
}

test("a text is answered as `read --json` prints it, with its checks", async () => {
  const { status, body, response } = await ask(post(broken, "text/plain; charset=utf-8"));
  expect(status).toBe(200);
  expect(body).toMatchObject({ file: "-", ok: true, title: sound.title, edition: "2021" });
  expect(body.cells[total]).toMatchObject({ raw: String(wrong), value: wrong, state: "number" });
  const [start, end] = body.cells[total].at;
  expect(broken.slice(start, end)).toBe(String(wrong));
  expect(body.checks).toEqual({ holds: 41, fails: 1, unknown: 0, total: 42, outcome: "fail" });
  const failing = body.issues.filter(({ rule }: { rule: string }) => rule === "R04");
  expect(failing).toMatchObject([{ outcome: "fails", severity: "error" }]);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("ratelimit-limit")).toBe(String(ADDRESS_LIMIT));
  expect(response.headers.get("x-max-bytes")).toBe(String(MAX_INPUT));
});

test("a file of a form, a JSON text and a web page say the same", async () => {
  const form = new FormData();
  form.set("file", new File([broken], "2023.txt"));
  const [file, json, page] = await Promise.all([
    ask(post(form)),
    ask(post(JSON.stringify({ text: broken }), "application/json")),
    ask(post(`<!doctype html><pre>${broken}</pre>`, "text/html")),
  ]);
  expect(file.body.file).toBe("2023.txt");
  for (const { status, body } of [file, json, page]) {
    expect(status).toBe(200);
    expect(body.checks).toMatchObject({ holds: 41, fails: 1 });
  }
});

test("several files in one request are refused, not the first of them checked", async () => {
  const form = new FormData();
  form.append("file", new File([broken], "2023.txt"));
  form.append("empty", new File([], ""));
  expect((await ask(post(form))).status).toBe(200);
  form.append("file", new File([broken], "2022.txt"));
  const { status, body } = await ask(post(form));
  expect(status).toBe(400);
  expect(body.error).toEqual({
    code: "check.several-files",
    message: "收到 2 个文件。一次只校验一个文件，请分别提交；本次未作校验。",
  });
});

test("several reports of one file come under `reports`, each with its part", async () => {
  const { body } = await ask(post(`${reportOf("甲县", 5)}\n${broken}`, "text/plain"));
  expect(body.reports).toMatchObject([
    { part: 1, ok: true, checks: { fails: 0 } },
    { part: 2, ok: true, checks: { fails: 1 } },
  ]);
});

test("messages are English where asked", async () => {
  const { body } = await ask(post(broken, "text/plain", "?lang=en"));
  const messages = body.issues.map(({ message }: { message: string }) => message).join("\n");
  expect(messages).toContain("a difference of 2");
  expect(messages).not.toMatch(/\p{Script=Han}/u);
});

test.each([
  ["nothing", "", "text/plain", 400, "check.nothing-given"],
  ["blanks", "  \n", "text/plain", 400, "reader.empty"],
  ["no report", "今天天气很好。", "text/plain", 422, "reader.no-report"],
  ["a broken PDF", "%PDF-1.7 …", "text/plain", 422, "reader.damaged"],
  ["bytes", "\0\u0001\u0002".repeat(99), "text/plain", 415, "reader.binary"],
  ["another type", broken, "image/png", 415, "check.unsupported-type"],
  ["JSON without text", '{"words":1}', "application/json", 400, "check.malformed"],
  ["no JSON", "{", "application/json", 400, "check.malformed"],
  ["half a form", "--x", "multipart/form-data; boundary=x", 400, "check.malformed"],
])("%s is refused with a code and a sentence", async (_, text, type, status, code) => {
  const answer = await ask(post(text, type));
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ ok: false, error: { code } });
  expect(answer.body.error.message).toMatch(/\p{Script=Han}.*。$/u);
  expect(answer.response.headers.get("access-control-allow-origin")).toBe("*");
});

test("what is too large is refused, whether its length was announced or not", async () => {
  const large = "年".repeat(MAX_INPUT / 3 + 1);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(0x61));
    },
  });
  for (const body of [large, endless]) {
    const answer = await ask(post(body, "text/plain"));
    expect(answer.status).toBe(413);
    expect(answer.body.error.code).toBe("check.too-large");
  }
  expect(sent).toBeLessThan(MAX_INPUT + 4 * 65_536);
});

test("more reports than a page can show are refused, not cut", async () => {
  const names = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何"];
  const many = Array.from({ length: 21 }, (_, index) => reportOf(`${names[index]}县`, index)).join(
    "\n",
  );
  const { status, body } = await ask(post(many, "text/plain"));
  expect([status, body.error.code]).toEqual([422, "check.too-many-reports"]);
});

test("an address has so many checks a minute, and others are not touched by it", async () => {
  const [address, other] = [anyone(), anyone()];
  for (let left = ADDRESS_LIMIT - 1; left >= 0; left -= 1) {
    const { response } = await ask(post("", "text/plain"), address);
    expect(response.headers.get("ratelimit-remaining")).toBe(String(left));
  }
  const { status, body, response } = await ask(post(broken, "text/plain"), address);
  expect([status, body.error.code]).toEqual([429, "check.too-often"]);
  const wait = Number(response.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect((await ask(post(broken, "text/plain"), other)).status).toBe(200);
});

test("callers without a known address share one count", async () => {
  for (let count = 0; count < UNKNOWN_LIMIT; count += 1) await ask(post("", "text/plain"), null);
  expect((await ask(post(broken, "text/plain"), null)).status).toBe(429);
});

test("nothing of what was given is in the database", async () => {
  const secret = `隐语${"甲乙丙丁".repeat(3)}`;
  expect((await ask(post(broken.replaceAll("示例县", secret), "text/plain"))).status).toBe(200);
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  expect(tables.length).toBeGreaterThan(15);
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ n: bigint }[]>(
      `SELECT count(*) AS n FROM ${name} AS t WHERE t::text LIKE '%${secret}%'`,
    );
    expect([name, rows[0]?.n]).toEqual([name, 0n]);
  }
});
