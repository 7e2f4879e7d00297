import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "#messages/en/desk.json";
import zh from "#messages/zh-CN/desk.json";

test.each([
  ["zh-CN", zh, "published", "修订期间原版继续公开"],
  ["zh-CN", zh, "withdrawn", "原版已撤回，现不公开"],
  ["en", en, "published", "stays public meanwhile"],
  ["en", en, "withdrawn", "was withdrawn and is not public"],
] as const)("in %s a revision of what is %s says so", (locale, messages, publication, words) => {
  const t = createTranslator({ locale, messages });
  const said = t("editor.basedOn", { number: 1, publication, reason: "更正" });
  expect(said).toContain(words);
  expect(said).toContain("更正");
});
