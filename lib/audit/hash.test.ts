import { describe, expect, it } from "vitest";
import { canonicalJson, chainOf, eventHash, genesis } from "./hash.ts";

const event = {
  chain: "agency:a",
  seq: 1,
  at: new Date("2024-01-31T00:00:00.000Z"),
  kind: "report.published",
  actorId: null,
  actorName: "系统",
  targetType: "report",
  targetId: "1",
  data: { year: 2023, to: "published" },
  prevHash: genesis("agency:a"),
};

describe("canonical JSON", () => {
  it("does not depend on the order of keys, at any depth", () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: "字" }] })).toBe(
      '{"a":[{"c":"字","d":null}],"b":1}',
    );
  });

  it("leaves out what is undefined, as jsonb does, and keeps null", () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });
});

describe("event hash", () => {
  it("is the documented SHA-256 (a change of the format must change this test)", () => {
    expect(eventHash(event)).toBe(
      "da87b48792bfd9642990f6aef8eb7f16ea3cb20546a392bfc7c4173398083512",
    );
  });

  it.each(Object.keys(event))("depends on %s", (key) => {
    const other = key === "at" ? new Date(0) : key === "seq" ? 2 : key === "data" ? {} : "x";
    expect(eventHash({ ...event, [key]: other })).not.toBe(eventHash(event));
  });

  it("gives every chain another beginning", () => {
    expect(chainOf(null)).toBe("system");
    expect(genesis(chainOf("a"))).not.toBe(genesis(chainOf("b")));
  });
});
