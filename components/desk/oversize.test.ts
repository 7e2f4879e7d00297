import { expect, test } from "vitest";
import { MAX_FILE } from "#lib/reports/schema.ts";
import { oversize } from "./oversize.ts";

const formWith = (bytes: number) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], "report.txt"));
  return form;
};

test("a file is stopped from the first byte beyond the limit, and one the limit allows is sent", () => {
  expect(oversize(formWith(MAX_FILE))).toBeNull();
  expect(oversize(formWith(MAX_FILE + 1))).toMatchObject({ code: "report.too-large" });
});

test("a form without a file is sent", () => {
  expect(oversize(new FormData())).toBeNull();
});

test("a pasted text counts by its bytes, as it is sent, and with a file that is sent beside it", () => {
  const form = new FormData();
  form.set("text", "年".repeat(Math.ceil(MAX_FILE / 3) + 1));
  expect(oversize(form)).toMatchObject({ code: "report.too-large" });
  const both = formWith(MAX_FILE - 2);
  both.set("text", "年");
  expect(oversize(both)).toMatchObject({ code: "report.too-large" });
});
