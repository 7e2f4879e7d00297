import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { encodeUtf16 } from "#lib/testing/reports/encode.ts";
import { chanceOf } from "#lib/testing/ugly/chance.ts";
import { HOSTILE_TEXTS, HOSTILE_UNITS, WRAPPERS } from "#lib/testing/ugly/hostile.ts";
import { FORMATS } from "#lib/testing/ugly/layouts.ts";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { readSource } from "./read.ts";
import { refusalText } from "./refusal.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const MEGABYTE = 1_048_576;

/** Reads, and sees that the answer came within bounds of processor time and memory, and in a sentence where it is a refusal. */
async function answer(bytes: Uint8Array, name: string, seconds = 5): Promise<string> {
  const cpu = process.cpuUsage();
  const before = process.memoryUsage();
  const result = await readSource(bytes, name);
  const { user, system } = process.cpuUsage(cpu);
  const after = process.memoryUsage();
  expect((user + system) / 1_000_000, `${name}: seconds`).toBeLessThan(seconds);
  const grown = after.heapUsed + after.external - before.heapUsed - before.external;
  expect(grown / MEGABYTE, `${name}: megabytes`).toBeLessThan(700);
  if (result.ok) return "read";
  expect(refusalText(result.refusal).zh).toMatch(/。$/);
  expect(refusalText(result.refusal).en).toMatch(/\.$/);
  return result.refusal.code;
}

const sound = FORMATS.map(
  (format) => [format, uglyCase(7, { shape: { format }, injuries: [] }).bytes] as const,
);

test("noise of any length is answered", async () => {
  for (let seed = 0; seed < 250; seed++) {
    const chance = chanceOf(seed);
    const bytes = Uint8Array.from({ length: chance.below(4000) }, () => chance.below(256));
    // Every other one begins as a file of some kind does.
    const starts = [
      "PK\u0003\u0004",
      "%PDF-1.7\n",
      "<html><table>",
      "{\\rtf1",
      "\u00d0\u00cf\u0011\u00e0",
    ];
    const start = seed % 2 === 0 ? "" : chance.pick(starts);
    bytes.set(Uint8Array.from(start.slice(0, bytes.length), (c) => c.charCodeAt(0)));
    await answer(bytes, `noise ${seed}`);
  }
}, 120_000);

test.each(sound)(
  "a %s file cut off anywhere is answered",
  async (format, bytes) => {
    const chance = chanceOf(bytes.length);
    const places = [
      0,
      1,
      2,
      3,
      4,
      5,
      8,
      16,
      30,
      bytes.length - 1,
      bytes.length - 4,
      bytes.length - 22,
    ];
    for (let count = 0; count < 40; count++) places.push(chance.below(bytes.length));
    for (const place of places) await answer(bytes.slice(0, place), `${format} cut at ${place}`);
  },
  120_000,
);

test.each(sound)(
  "a %s file with broken bytes is answered",
  async (format, bytes) => {
    for (let seed = 0; seed < 25; seed++) {
      const chance = chanceOf(seed);
      const broken = bytes.slice();
      for (let count = 0; count < 1 + (seed % 12); count++) {
        const place = chance.below(broken.length);
        broken[place] = (broken[place] ?? 0) ^ (1 << chance.below(8));
      }
      await answer(broken, `${format} broken ${seed}`);
    }
  },
  120_000,
);

test("a stretch of one file inside another is answered", async () => {
  for (let seed = 0; seed < 50; seed++) {
    const chance = chanceOf(seed);
    const [[, one], [, other]] = [chance.pick(sound), chance.pick(sound)];
    const bytes = one.slice();
    const from = chance.below(other.length);
    const stretch = other.slice(from, from + chance.below(600));
    const place = chance.below(bytes.length);
    bytes.set(stretch.slice(0, bytes.length - place), place);
    await answer(bytes, `mixed ${seed}`);
  }
}, 120_000);

test.each(Object.entries(WRAPPERS))(
  "one thing repeated without end is answered: %s",
  async (where, wrap) => {
    for (const unit of HOSTILE_UNITS) {
      const text = unit.repeat(Math.ceil(40_000 / unit.length));
      await answer(utf8(wrap(text)), `${JSON.stringify(unit)} ${where}`);
    }
  },
  240_000,
);

test.each(Object.entries(HOSTILE_TEXTS))(
  "%s: bounded time and memory",
  async (name, make) => {
    await answer(utf8(make()), name, 12);
  },
  60_000,
);

test("twelve megabytes of one character are refused", async () => {
  for (const character of ["1", " ", "\n", "|", "年", "(", "<"]) {
    const text = character.repeat((12 * MEGABYTE) / utf8(character).length);
    const code = await answer(utf8(text), `12 MB of ${JSON.stringify(character)}`, 12);
    expect(code).toMatch(/^reader\./);
  }
}, 120_000);

test("half characters in UTF-16 are answered", async () => {
  const half = String.fromCharCode(0xd83d);
  const text = `青溪县水务局2023年政府信息公开工作年度报告\n一、总体情况\n${`政府信息公开${half}情况。\n`.repeat(200)}`;
  for (const order of ["le", "be"] as const)
    await answer(encodeUtf16(text, order, true), `half characters ${order}`);
});

test("an archive in an archive in an archive is refused without being unpacked", async () => {
  let bytes = zipSync({ "a.txt": utf8("0".repeat(10 * MEGABYTE)) });
  for (let depth = 0; depth < 6; depth++) bytes = zipSync({ [`${depth}.zip`]: bytes });
  expect(await answer(bytes, "nested archives")).toBe("reader.archive");
});
