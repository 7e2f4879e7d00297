import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { checkForm } from "./form.ts";
import { ADDRESS_LIMIT, MAX_INPUT } from "./limits.ts";

testDatabase();

const report = reportAsText(consistentContent(EDITION_2021, 4));
let caller = 0;
const anyone = () => `198.51.100.${++caller}`;

function formOf(fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test("a file goes before a text, which is handed back", async () => {
  const form = formOf({ file: new File([report], "a.txt"), text: "别的文字" });
  const answer = await checkForm(form, anyone());
  expect(answer).toMatchObject({ file: "a.txt", text: "别的文字", result: { ok: true } });
});

test.each(["", "undefined"])(
  "a file field that nobody touched (%o) leaves the text",
  async (name) => {
    const answer = await checkForm(formOf({ file: new File([], name), text: report }), anyone());
    expect(answer).toMatchObject({ file: null, text: report });
    const [checked] = answer.result.ok ? answer.result.value : [];
    expect(checked?.summary).toMatchObject({ holds: 42, total: 42, outcome: "pass" });
  },
);

test("several files are refused, whichever fields bring them", async () => {
  const form = formOf({ file: new File([report], "a.txt"), other: new File([report], "b.txt") });
  const answer = await checkForm(form, anyone());
  expect(answer.result).toMatchObject({ ok: false, refusal: { code: "check.several-files" } });
});

test("what is given is measured before it is read", async () => {
  const large = new File([new Uint8Array(MAX_INPUT + 1)], "a.txt");
  const answer = await checkForm(formOf({ file: large }), anyone());
  expect(answer.result).toMatchObject({ ok: false, refusal: { code: "check.too-large" } });
});

test("a form too many is refused, its text handed back", async () => {
  const address = anyone();
  for (let count = 0; count < ADDRESS_LIMIT; count += 1) await checkForm(formOf({}), address);
  const answer = await checkForm(formOf({ text: report }), address);
  expect(answer).toMatchObject({
    text: report,
    result: { ok: false, refusal: { code: "check.too-often" } },
  });
});
