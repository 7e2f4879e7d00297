import { expect, test } from "vitest";
import { fileKind, fileSize } from "./file-words.ts";

test.each([
  ["年报.DOCX", "docx"],
  ["a.htm", "html"],
  ["各表.csv", "text"],
  ["a.toString", "other"],
  ["无后缀", "other"],
])("%s is %s", (name, kind) => {
  expect(fileKind(name)).toBe(kind);
});

test.each([
  [0, "0 B"],
  [1023, "1,023 B"],
  [1536, "1.5 KB"],
  [20 * 1024 * 1024, "20 MB"],
])("%d bytes are %s", (bytes, said) => {
  expect(fileSize(bytes, "zh-CN")).toBe(said);
});
