/** A number as the decimal it was written as: `units` × 10^-`scale`, so that 0.1 + 0.2 is 0.3. */
interface Decimal {
  units: bigint;
  scale: number;
}

function decimal(value: number): Decimal {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const shift = Number(exponent);
  const scale = fraction.length - shift;
  const units = BigInt(whole + fraction);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

function add(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale);
  const units = (part: Decimal) => part.units * 10n ** BigInt(scale - part.scale);
  return { units: units(one) + units(other), scale };
}

function toText({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** The exact sum of finite numbers, as a decimal text without exponent or trailing zeros. */
export function exactSum(values: readonly number[]): string {
  const whole = wholeSum(values);
  if (whole !== null) return String(whole);
  return toText(values.map(decimal).reduce(add, { units: 0n, scale: 0 }));
}

/** Nearly all sums are of whole numbers, which need no decimals; null where one is not, or the sum grows too large. */
function wholeSum(values: readonly number[]): number | null {
  let sum = 0;
  for (const value of values) {
    sum += value;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(sum)) return null;
  }
  return sum;
}

/** The exact difference of two sums; `0` exactly where they agree, negative where the second is larger. */
export function exactDifference(left: readonly number[], right: readonly number[]): string {
  return exactSum([...left, ...right.map((value) => -value)]);
}
