import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCursor } from "./cursor.ts";
import { RANGES, SORTS } from "./engine.ts";
import {
  CLOSED,
  EMPTY_STATE,
  givenOf,
  MAX_PAGE,
  parseState,
  type SearchState,
  SIZES,
  stateParameters,
} from "./query.ts";

const list = (values: readonly string[]) => fc.subarray([...values]).map((each) => each.toSorted());
const bound = fc.option(fc.nat(50), { nil: undefined });
const ranges = fc.record(
  Object.fromEntries(
    RANGES.map((key) => [
      key,
      fc.tuple(bound, bound).map(([min, more]) => ({
        ...(min === undefined ? {} : { min }),
        ...(more === undefined ? {} : { max: (min ?? 0) + more }),
      })),
    ]),
  ),
);
const cursors = fc.record({
  sort: fc.constantFrom(...SORTS),
  value: fc.option(fc.nat(9999)),
  id: fc.uuid(),
});
const unordered: fc.Arbitrary<Omit<SearchState, "sort" | "cursor">> = fc.record({
  q: fc
    .string({ unit: "grapheme", maxLength: 40 })
    .map((text) => text.replace(/[\s\0]+/gu, " ").trim()),
  year: list(["2019", "2020", "2021", "2023"]),
  region: list(["53", "5304", "530428", "530428001"]),
  level: list(CLOSED.level),
  kind: list(CLOSED.kind),
  scope: list(CLOSED.scope),
  edition: list(CLOSED.edition),
  check: list(CLOSED.check),
  ranges: ranges.map((all) =>
    Object.fromEntries(Object.entries(all).filter(([, each]) => Object.keys(each).length > 0)),
  ),
  page: fc.integer({ min: 1, max: MAX_PAGE }),
  size: fc.constantFrom(...SIZES),
});
const states: fc.Arbitrary<SearchState> = fc
  .tuple(unordered, cursors, fc.boolean())
  .map(([state, { sort, value, id }, isFollowed]) => ({
    ...state,
    sort,
    cursor: isFollowed ? writeCursor(sort, { value, id }) : null,
  }));

describe("the whole state in the address", () => {
  it("what is written is read again, without a problem", () => {
    fc.assert(
      fc.property(states, (state) => {
        const text = stateParameters(state).toString();
        const { state: read, problems } = parseState(givenOf(new URLSearchParams(text)));
        expect(problems).toEqual([]);
        expect(read).toEqual(state);
        expect(stateParameters(read).toString()).toBe(text);
      }),
    );
  });
  it("an empty address is the empty state", () => {
    expect(parseState({})).toEqual({ state: EMPTY_STATE, problems: [] });
    expect(stateParameters(EMPTY_STATE).toString()).toBe("");
  });
  it("no address is refused, whatever stands in it", () => {
    const names = [
      "q",
      "year",
      "region",
      "level",
      "page",
      "size",
      "sort",
      "received.min",
      "received.max",
      "x",
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.array(fc.string()))),
        (given) => {
          const { state } = parseState(given);
          expect(parseState(givenOf(stateParameters(state))).problems).toEqual([]);
        },
      ),
    );
  });
  it.each([
    [{ year: "abc" }, { parameter: "year", value: "abc", used: null }],
    [{ page: "0" }, { parameter: "page", value: "0", used: "1" }],
    [{ page: "999" }, { parameter: "page", value: "999", used: "50" }],
    [{ size: "15" }, { parameter: "size", value: "15", used: "20" }],
    [{ size: "9000" }, { parameter: "size", value: "9000", used: "40" }],
    [{ sort: "best" }, { parameter: "sort", value: "best", used: "relevance" }],
    [{ "grantedShare.min": "120" }, { parameter: "grantedShare.min", value: "120", used: "100" }],
    [{ "refused.min": "-3" }, { parameter: "refused.min", value: "-3", used: null }],
    [{ "litigation.max": "1.5" }, { parameter: "litigation.max", value: "1.5", used: null }],
    [
      { "reconsideration.max": "99999999999" },
      { parameter: "reconsideration.max", value: "99999999999", used: "2147483647" },
    ],
    [{ check: "maybe" }, { parameter: "check", value: "maybe", used: null }],
    [
      { "received.min": "5", "received.max": "2" },
      { parameter: "received.max", value: "2", used: null },
    ],
  ])("%j: the nearest good value, and a word about it", (given, problem) => {
    expect(parseState(given).problems).toEqual([problem]);
  });
  it("an unknown parameter is ignored; province is another word for region", () => {
    expect(parseState({ nonsense: "1" }).problems).toEqual([]);
    expect(parseState({ province: "53" }).state.region).toEqual(["53"]);
  });
});
