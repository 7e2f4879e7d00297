import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import desk from "#messages/zh-CN/desk.json" with { type: "json" };
import { refusalMessage } from "./refusal-message.ts";

const t = createTranslator({ locale: "zh-CN", messages: { desk }, namespace: "desk.refusals" });

test("what cannot be accepted is named in words, each part once, never by its path", () => {
  const fields = {
    "cells.requests.carriedIn.research": ["too long"],
    "cells.requests.received.total": ["too long"],
    "sections.problems": ["too long"],
    agencyId: ["missing"],
  };
  const said = refusalMessage({ code: "input.invalid", facts: { fields, form: [] } }, t);
  expect(said).toMatch(/^内容不合要求：表格中的数字、文字部分、所填内容。/);
  expect(said).not.toMatch(/[a-z]/i);
});
