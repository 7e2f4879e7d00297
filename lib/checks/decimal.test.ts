import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactDifference, exactSum } from "./decimal.ts";

describe("exact sums of decimals", () => {
  it.each([
    [[0.1, 0.2], "0.3"],
    [[1.005, 2.005], "3.01"],
    [[101647022.75], "101647022.75"],
    [[1e21, 1], "1000000000000000000001"],
    [[1e-7, 2e-7], "0.0000003"],
    [[-0.5, 0.25], "-0.25"],
    [[-1.5, 1.5], "0"],
    [[], "0"],
  ])("%j make %s", (values, sum) => {
    expect(exactSum(values)).toBe(sum);
  });

  it("agree with whole numbers added as they are", () => {
    const whole = fc.array(fc.integer(), { maxLength: 30 });
    fc.assert(
      fc.property(whole, whole, (left, right) => {
        const add = (values: number[]) => values.reduce((sum, value) => sum + BigInt(value), 0n);
        expect(exactDifference(left, right)).toBe((add(left) - add(right)).toString());
      }),
    );
  });

  it("agree with hundredths added as whole numbers", () => {
    const cents = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(cents, (hundredths) => {
        const total = hundredths.reduce((sum, value) => sum + value, 0);
        expect(exactSum(hundredths.map((value) => value / 100))).toBe(String(total / 100));
      }),
    );
  });
});
