import { expect, test } from "vitest";
import { attachmentHeaders } from "./attachment.ts";

const headersOf = (name: string) =>
  attachmentHeaders({ name, size: 3, sha256: "ab".repeat(32) }, "public");

test.each([
  [
    "年报 2023.docx",
    "attachment; filename=\"__ 2023.docx\"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%202023.docx",
  ],
  ['a"b%.txt', "attachment; filename=\"a_b_.txt\"; filename*=UTF-8''a%22b%25.txt"],
  [
    "it's (1)*.txt",
    "attachment; filename=\"it's (1)*.txt\"; filename*=UTF-8''it%27s%20%281%29%2A.txt",
  ],
  [
    "..\\..\\a/b\r\nX: y.txt",
    "attachment; filename=\".._.._a_b__X: y.txt\"; filename*=UTF-8''.._.._a_b__X%3A%20y.txt",
  ],
  ["年\u202Etxt.exe", "attachment; filename=\"__txt.exe\"; filename*=UTF-8''%E5%B9%B4_txt.exe"],
  ["..", "attachment; filename=\"file\"; filename*=UTF-8''file"],
  ["\ud800.txt", "attachment; filename=\"_.txt\"; filename*=UTF-8''%EF%BF%BD.txt"],
])("%j has a name that no header can be broken with", (name, disposition) => {
  expect(headersOf(name)["Content-Disposition"]).toBe(disposition);
});

test.each([
  ["a.html", "application/octet-stream"],
  ["a.svg", "application/octet-stream"],
  ["a.constructor", "application/octet-stream"],
  ["a", "application/octet-stream"],
  ["a.PDF", "application/pdf"],
  ["a.txt", "text/plain"],
])("%s is %s", (name, type) => {
  expect(headersOf(name)).toMatchObject({
    "Content-Type": type,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
  });
});
