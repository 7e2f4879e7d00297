import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { db } from "#lib/platform/db.ts";
import { parseEnv } from "#lib/platform/env.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { type S3Server, s3Server } from "#lib/testing/s3-server.ts";
import { putFile, sweepFiles } from "./commands.ts";
import { getFile } from "./queries.ts";
import { type FileSettings, fileSettings } from "./settings.ts";

testDatabase();

const NOW = new Date("2026-03-01T00:00:00Z");
const LATER = new Date("2026-03-03T00:00:00Z");
const bytesOf = (text: string) => new TextEncoder().encode(text);
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

let server: S3Server;
let withS3: FileSettings;
const inDatabase: FileSettings = { store: "database", limit: 1024, s3: null };
const nowhere = { endpoint: "http://127.0.0.1:9", bucket: "b", region: "r", key: "k", secret: "s" };

beforeAll(async () => {
  server = await s3Server();
  const { endpoint, bucket, key, secret } = server;
  const s3 = { endpoint, bucket, region: "us-east-1", key, secret, isPathStyle: true };
  withS3 = { store: "s3", limit: 1024, s3 };
});
afterAll(() => server.close());

const kept = (text: string, settings: FileSettings, at = NOW) =>
  putFile(bytesOf(text), at, settings);

/** A row that refers to these bytes. */
async function referTo(sha256: string): Promise<void> {
  const code = `r${sha256.slice(0, 8)}`;
  await db().region.create({
    data: { code, name: "县", stem: "县", level: "county", path: [code] },
  });
  const agency = { id: code, name: "办", aliases: [], regionCode: code };
  await db().agency.create({ data: { ...agency, kind: "office", level: "county" } });
  const report = await db().report.create({ data: { agencyId: code, year: 2023, scope: "organ" } });
  const file = { reportId: report.id, name: "a.txt", mediaType: "text/plain", size: 1, sha256 };
  await db().sourceFile.create({ data: file });
}

describe.each(["database", "s3"] as const)("kept in the %s", (store) => {
  const settings = () => (store === "s3" ? withS3 : inDatabase);

  it("gives the same bytes back, once however often they came", async () => {
    const text = `年报 ${store} \u0000`;
    const put = await kept(text, settings());
    expect(put).toEqual({ ok: true, value: { sha256: hashOf(text), size: bytesOf(text).length } });
    await kept(text, settings());
    const got = await getFile(hashOf(text), settings());
    expect(got.ok && new TextDecoder().decode(got.value)).toBe(text);
    expect(await db().storedFile.count({ where: { sha256: hashOf(text) } })).toBe(1);
    expect(await db().fileBytes.count({ where: { sha256: hashOf(text) } })).toBe(
      store === "s3" ? 0 : 1,
    );
  });

  it("keeps an empty file too, and refuses one over the limit without a trace", async () => {
    expect((await kept("", settings())).ok).toBe(true);
    expect(await getFile(hashOf(""), settings())).toEqual({ ok: true, value: new Uint8Array() });
    const large = "x".repeat(1025);
    expect(await kept(large, settings())).toMatchObject({
      refusal: { code: "files.too-large", facts: { limit: 1024 } },
    });
    expect(await db().storedFile.count({ where: { sha256: hashOf(large) } })).toBe(0);
  });

  it("is swept away a day later where nobody refers to it, and only then", async () => {
    const [loose, owned, young] = [`${store} loose`, `${store} owned`, `${store} young`];
    await kept(loose, settings());
    await kept(owned, settings());
    await referTo(hashOf(owned));
    await kept(young, settings());
    await kept(young, settings(), LATER);
    await sweepFiles(LATER, settings());
    expect(await getFile(hashOf(loose), settings())).toMatchObject({
      refusal: { code: "files.missing" },
    });
    expect((await getFile(hashOf(owned), settings())).ok).toBe(true);
    expect((await getFile(hashOf(young), settings())).ok).toBe(true);
    if (store === "s3")
      expect([...server.objects.keys()].some((key) => key.includes(hashOf(loose)))).toBe(false);
  });
});

describe("an object store", () => {
  it("that is down or refuses keeps nothing, and what was begun is swept away", async () => {
    const down = { ...withS3, s3: { ...nowhere, isPathStyle: true } };
    expect(await kept("down", down)).toMatchObject({ refusal: { code: "files.unavailable" } });
    server.failWith = 403;
    expect(await kept("refused", withS3)).toMatchObject({ refusal: { code: "files.unavailable" } });
    server.failWith = null;
    const wrongKey = { ...withS3, s3: { ...withS3.s3, secret: "wrong" } } as FileSettings;
    expect(await kept("wrong", wrongKey)).toMatchObject({ refusal: { code: "files.unavailable" } });
    expect(server.answers.at(-1)).toBe(403);
    await sweepFiles(LATER, withS3);
    const hashes = ["down", "refused", "wrong"].map(hashOf);
    expect(await db().storedFile.count({ where: { sha256: { in: hashes } } })).toBe(0);
    expect((await kept("down", withS3)).ok).toBe(true);
  });

  it("that is down when a file is asked for: a refusal; the row stays for next time", async () => {
    await kept("away", withS3);
    server.failWith = 403;
    expect(await getFile(hashOf("away"), withS3)).toMatchObject({
      refusal: { code: "files.unavailable" },
    });
    await sweepFiles(LATER, withS3);
    server.failWith = null;
    expect((await getFile(hashOf("away"), withS3)).ok).toBe(true);
  });

  it("that changed or lost an object is found out", async () => {
    await kept("changed", withS3);
    await kept("lost", withS3);
    for (const key of server.objects.keys()) {
      if (key.endsWith(hashOf("changed"))) server.objects.set(key, Buffer.from("other"));
      if (key.endsWith(hashOf("lost"))) server.objects.delete(key);
    }
    expect(await getFile(hashOf("changed"), withS3)).toMatchObject({
      refusal: { code: "files.damaged" },
    });
    expect(await getFile(hashOf("lost"), withS3)).toMatchObject({
      refusal: { code: "files.missing" },
    });
  });

  it("may be left or joined: what the database has stays there, what is put again comes home", async () => {
    await kept("early", inDatabase);
    await kept("early", withS3);
    expect((await getFile(hashOf("early"), inDatabase)).ok).toBe(true);
    await kept("moved", withS3);
    expect(await getFile(hashOf("moved"), inDatabase)).toMatchObject({
      refusal: { code: "files.unavailable" },
    });
    await kept("moved", inDatabase);
    expect((await getFile(hashOf("moved"), inDatabase)).ok).toBe(true);
  });
});

test("the database refuses bytes under another hash, and to change the file of a version", async () => {
  const sha256 = hashOf("one");
  await db().storedFile.create({ data: { sha256, size: 3, store: "database", putAt: NOW } });
  const wrong = db().fileBytes.create({ data: { sha256, bytes: bytesOf("two") } });
  await expect(wrong).rejects.toThrow();
  await db().fileBytes.create({ data: { sha256, bytes: bytesOf("one") } });
  await referTo(sha256);
  await db().sourceFile.updateMany({ where: { sha256 }, data: { version: 1 } });
  await expect(
    db().sourceFile.updateMany({ where: { sha256 }, data: { version: 2 } }),
  ).rejects.toThrow(/stays/);
  await expect(db().sourceFile.deleteMany({ where: { sha256 } })).rejects.toThrow(/stays/);
});

test("without settings files are kept in the database, up to 20 MB", () => {
  const needed = { DATABASE_URL: "postgresql://u@h/d", AUTH_SECRET: "x".repeat(32) };
  expect(fileSettings(parseEnv(needed))).toEqual({
    store: "database",
    limit: 20 * 1024 * 1024,
    s3: null,
  });
});
