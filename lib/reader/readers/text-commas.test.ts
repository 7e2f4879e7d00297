import { expect, test } from "vitest";
import { withoutCommas } from "./text-commas.ts";

test("commas between cells become tabs", () => {
  const lines = ["规章,1,2,3", "规范性文件,4,5,6", "行政许可,7,8,9"];
  expect(withoutCommas(lines.join("\n"))).toBe(lines.join("\n").replaceAll(",", "\t"));
});

test.each(["规范性文件 1,355 0 1,167", "规范性文件\u30001,355\u30000\u30001,167"])(
  "commas between thousands do not: %s",
  (line) => {
    const text = [line, line, line].join("\n");
    expect(withoutCommas(text)).toBe(text);
  },
);
