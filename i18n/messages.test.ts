import { readdirSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { blanksBesideFullWidth } from "#lib/testing/full-width.ts";
import { LOCALES } from "./locales.ts";
import { MESSAGES } from "./messages.ts";

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      case TYPE.select:
      case TYPE.plural:
        return [
          element.value,
          ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value)),
        ];
      default:
        return [element.value];
    }
  });
}

const signature = (tree: Tree) =>
  Object.fromEntries(
    flatten(tree).map(([key, text]) => [key, [...new Set(argumentsOf(parse(text)))].sort()]),
  );

test("both languages have the same texts with the same arguments", () => {
  expect(signature(MESSAGES.en)).toEqual(signature(MESSAGES["zh-CN"]));
});

test("no text is empty", () => {
  for (const locale of LOCALES)
    for (const [key, text] of flatten(MESSAGES[locale])) expect(text.trim(), key).not.toBe("");
});

test("no Chinese text has a blank beside a full-width sign", () => {
  const found = flatten(MESSAGES["zh-CN"]).filter(
    ([, text]) => blanksBesideFullWidth(text).length > 0,
  );
  expect(found).toEqual([]);
});

test("every file of texts is part of the catalogue", () => {
  for (const locale of LOCALES) {
    const files = readdirSync(`messages/${locale}`).map((name) => name.replace(/\.json$/, ""));
    expect(files.sort()).toEqual(Object.keys(MESSAGES[locale]).sort());
  }
});
