import { createFormatter, createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { LOCALES } from "#i18n/locales.ts";
import { MESSAGES } from "#i18n/messages.ts";
import { ACCEPTED_FILES, acceptedFormats, ENUMERATION } from "./accepted-files.ts";

test.each(LOCALES)("the words beside a file field name every format it takes: %s", (locale) => {
  const messages = MESSAGES[locale];
  const t = createTranslator({ locale, messages });
  const namesOf = (which: Parameters<typeof acceptedFormats>[0]) =>
    createFormatter({ locale }).list(
      acceptedFormats(which).map((key) => t(`common.formats.${key}`)),
      ENUMERATION,
    );
  const check = t("check.form.fileHint", { formats: namesOf("all"), limit: 4 });
  const desk = t("desk.start.fileHint", { packed: namesOf("packed"), text: namesOf("text") });
  for (const key of acceptedFormats())
    for (const hint of [check, desk]) expect(hint).toContain(messages.common.formats[key]);
  for (const hint of [check, desk]) expect(hint).toMatch(/CSV.*JSON/u);
});

test("the field takes every ending and type once", () => {
  const all = ACCEPTED_FILES.split(",");
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining([".csv", ".json", ".docm", "text/csv", "text/html"]));
});
