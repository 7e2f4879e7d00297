import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { townsOf } from "#lib/testing/import-folder.ts";
import { listBatches, undoImport } from "#scripts/commands/import-batches.ts";
import { importBatches } from "./queries.ts";

testDatabase();

const folder = mkdtempSync(join(tmpdir(), "gongkai-list-"));
const at = new Date("2026-01-05T02:00:00Z");
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A finished batch of copies that wait, so many of which an undo has dropped before it was killed. */
async function batchOf(
  agencyId: string,
  { waiting, dropped, from = 2011 }: { waiting: number; dropped: number; from?: number },
) {
  const batch = await db().importBatch.create({
    data: { actorName: "x", key: randomUUID(), options: {}, startedAt: at, finishedAt: at },
  });
  await db().importItem.createMany({
    data: Array.from({ length: waiting + dropped }, (_, index) => ({
      ...{ batchId: batch.id, file: `${index}.txt`, part: 1, sha256: randomUUID() },
      ...{ outcome: "stored" as const, line: {}, waiting: {}, agencyId, year: from + index },
      ...{ createdAt: at, undoneAt: index < dropped ? at : null },
    })),
  });
  return batch.id;
}

it("says that there are no batches; a program gets no line", async () => {
  await listBatches({ jobs: 1 }, "zh");
  expect(said).toEqual(["还没有导入批次。\n"]);
  await listBatches({ jobs: 1, json: true }, "zh");
  expect(said).toHaveLength(1);
});

it("tells an undo that was killed half way from one that ended, and writes the result file of the rest", async () => {
  const [town] = await townsOf(1);
  const id = await batchOf(town?.id ?? "", { waiting: 2, dropped: 3 });
  const [half] = await importBatches();
  expect(half).toMatchObject({ id, state: "undoing", undone: 3, standing: 2 });
  await listBatches({ jobs: 1 }, "zh");
  expect(said.at(-1)).toContain("撤销未完成：已撤销 3，未撤销 2");
  expect(said.at(-2)).toMatch(/^批次\t开始（北京时间）\t/u);

  const results = join(folder, "undone.jsonl");
  await undoImport(id, { jobs: 1, results }, "zh");
  const lines = readFileSync(results, "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { file: "3.txt", outcome: "dropped", message: "已删去" },
    { file: "4.txt", outcome: "dropped" },
  ]);
  expect(said.at(-1)).toContain("已撤销 2 份");
  const [whole] = await importBatches();
  expect(whole).toMatchObject({ id, state: "undone", undone: 5, standing: 0 });
});

it("takes nothing back where the result file cannot be written", async () => {
  const id = await batchOf("town-00000", { waiting: 1, dropped: 0 });
  const results = join(folder, "no", "such.jsonl");
  await undoImport(id, { jobs: 1, results, json: true }, "zh");
  process.exitCode = 0;
  expect(said.join("")).toContain("no-results");
  expect(await db().importItem.count({ where: { batchId: id, undoneAt: null } })).toBe(1);
});

it("leaves a file alone that holds something else than results", async () => {
  const id = await batchOf("town-00000", { waiting: 1, dropped: 0, from: 2014 });
  const results = join(folder, "report.html");
  writeFileSync(results, "<p>青溪县水务局</p>");
  await undoImport(id, { jobs: 1, results, json: true }, "zh");
  process.exitCode = 0;
  expect(said.join("")).toContain("other-results");
  expect(readFileSync(results, "utf8")).toBe("<p>青溪县水务局</p>");
  expect(await db().importItem.count({ where: { batchId: id, undoneAt: null } })).toBe(1);
});

it.skipIf(!existsSync("/dev/full"))(
  "a result file on a full disk costs the file and one sentence, not the undo",
  async () => {
    const id = await batchOf("town-00000", { waiting: 2, dropped: 0, from: 2015 });
    const errors: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => errors.push(String(text)) > 0);
    await undoImport(id, { jobs: 1, results: "/dev/full" }, "zh");
    process.exitCode = 0;
    expect(errors).toEqual(["结果文件没有写完（磁盘可能已满）；已入库的不受影响。\n"]);
    expect(await db().importItem.count({ where: { batchId: id, undoneAt: null } })).toBe(0);
  },
);

it("an undo that has nothing left to do says so, and keeps the record of the one before", async () => {
  const id = await batchOf("town-00000", { waiting: 1, dropped: 0, from: 2018 });
  const results = join(folder, "twice.jsonl");
  await undoImport(id, { jobs: 1, results }, "zh");
  const before = readFileSync(results, "utf8");
  await undoImport(id, { jobs: 1, results }, "zh");
  expect(said.at(-1)).toContain("没有可撤销的年报");
  expect(readFileSync(results, "utf8")).toBe(before);
});
