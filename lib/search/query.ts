import { z } from "zod";
import { EDITIONS } from "#lib/editions/registry.ts";
import { readCursor } from "./cursor.ts";
import { FLAT_FACETS, RANGES, type Range, type RangeKey, SORTS, type Sort } from "./engine.ts";

export const SIZES = [10, 20, 40] as const;
export const MAX_PAGE = 50;
const MAX_QUERY = 200;
const MAX_COUNT = 2_147_483_647;

/** The values of the facets that have a closed list, in the order in which they are shown. */
export const CLOSED = {
  level: ["national", "province", "city", "county", "township"],
  kind: ["government", "office", "department", "township", "other"],
  scope: ["organ", "government", "area"],
  edition: [...EDITIONS.map(({ id }) => id).reverse(), "none"],
  check: ["pass", "warn", "fail", "unknown"],
} as const satisfies Record<string, readonly string[]>;

/** The whole state of a search: what the address says. */
export interface SearchState {
  q: string;
  year: readonly string[];
  region: readonly string[];
  level: readonly string[];
  kind: readonly string[];
  scope: readonly string[];
  edition: readonly string[];
  check: readonly string[];
  ranges: Readonly<Partial<Record<RangeKey, Range>>>;
  sort: Sort;
  page: number;
  size: number;
  /** Where to go on in a list that is followed by key; null where pages are counted. */
  cursor: string | null;
}

/** A parameter whose value is no good, and the nearest good one that was taken (null: none). */
export interface Problem {
  parameter: string;
  value: string;
  used: string | null;
}

export const EMPTY_STATE: SearchState = {
  q: "",
  year: [],
  region: [],
  level: [],
  kind: [],
  scope: [],
  edition: [],
  check: [],
  ranges: {},
  sort: "relevance",
  page: 1,
  size: 20,
  cursor: null,
};

/** What changes with every change of a search: the list begins anew. */
export const START = { page: 1, cursor: null } as const;

/** Parameters as a page, a route or a form has them. */
export type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

const whole = z
  .string()
  .regex(/^\d{1,12}$/u)
  .transform(Number);

interface Reading {
  given: Given;
  problems: Problem[];
}

function values({ given }: Reading, name: string): string[] {
  const value = given[name];
  const list = value === undefined ? [] : typeof value === "string" ? [value] : [...value];
  return [...new Set(list.filter((each) => each !== ""))];
}

function among(reading: Reading, name: string, isGood: (value: string) => boolean): string[] {
  return values(reading, name)
    .filter((value) => {
      if (isGood(value)) return true;
      reading.problems.push({ parameter: name, value, used: null });
      return false;
    })
    .sort();
}

function number(reading: Reading, name: string, from: number, to: number): number | undefined {
  const value = values(reading, name)[0];
  if (value === undefined) return undefined;
  const parsed = whole.safeParse(value).data;
  if (parsed !== undefined && parsed >= from && parsed <= to) return parsed;
  const nearest = parsed === undefined ? undefined : Math.min(Math.max(parsed, from), to);
  reading.problems.push({
    parameter: name,
    value,
    used: nearest === undefined ? null : String(nearest),
  });
  return nearest;
}

function range(reading: Reading, key: RangeKey): Range | undefined {
  const most = key === "grantedShare" ? 100 : MAX_COUNT;
  const min = number(reading, `${key}.min`, 0, most);
  const max = number(reading, `${key}.max`, 0, most);
  if (min === undefined && max === undefined) return undefined;
  if (min !== undefined && max !== undefined && min > max) {
    reading.problems.push({ parameter: `${key}.max`, value: String(max), used: null });
    return { min };
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function query(reading: Reading): string {
  const value = (values(reading, "q")[0] ?? "").replace(/\s+/gu, " ").trim();
  const characters = [...value.toWellFormed().replaceAll("\0", "")];
  if (characters.length <= MAX_QUERY) return characters.join("");
  const used = characters.slice(0, MAX_QUERY).join("").trim();
  reading.problems.push({ parameter: "q", value: `${characters.slice(0, 20).join("")}…`, used });
  return used;
}

function size(reading: Reading): number {
  const asked = number(reading, "size", 1, 40) ?? EMPTY_STATE.size;
  const nearest = SIZES.find((each) => each >= asked) ?? 40;
  if (nearest !== asked)
    reading.problems.push({ parameter: "size", value: String(asked), used: String(nearest) });
  return nearest;
}

function sort(reading: Reading): Sort {
  const value = values(reading, "sort")[0];
  const known = SORTS.find((each) => each === value);
  if (value !== undefined && known === undefined) {
    reading.problems.push({ parameter: "sort", value, used: EMPTY_STATE.sort });
  }
  return known ?? EMPTY_STATE.sort;
}

/** A cursor of another order, or of nobody's making, begins the list anew. */
function cursor(reading: Reading, order: Sort): string | null {
  const value = values(reading, "cursor")[0];
  if (value === undefined) return null;
  if (readCursor(value, order)) return value;
  reading.problems.push({ parameter: "cursor", value: value.slice(0, 40), used: null });
  return null;
}

/** Reads a search from parameters; for each bad value the nearest good one is taken and a problem named. Unknown parameters are ignored, `province` is another word for `region`. */
export function parseState(given: Given): { state: SearchState; problems: Problem[] } {
  const reading: Reading = { given, problems: [] };
  const closed = (name: keyof typeof CLOSED) =>
    among(reading, name, (value) => (CLOSED[name] as readonly string[]).includes(value));
  const isRegion = (value: string) => /^[0-9A-Za-z]{1,12}$/u.test(value);
  const ranges: Partial<Record<RangeKey, Range>> = {};
  for (const key of RANGES) {
    const bounds = range(reading, key);
    if (bounds) ranges[key] = bounds;
  }
  const regions = [...among(reading, "region", isRegion), ...among(reading, "province", isRegion)];
  const order = sort(reading);
  const state: SearchState = {
    q: query(reading),
    year: among(reading, "year", (value) => /^(?:19|20)\d{2}$/u.test(value)),
    region: [...new Set(regions)].sort(),
    level: closed("level"),
    kind: closed("kind"),
    scope: closed("scope"),
    edition: closed("edition"),
    check: closed("check"),
    ranges,
    sort: order,
    page: number(reading, "page", 1, MAX_PAGE) ?? 1,
    size: size(reading),
    cursor: cursor(reading, order),
  };
  return { state, problems: reading.problems };
}

/** Address parameters with every value of a repeated name. */
export function givenOf(parameters: URLSearchParams): Given {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((key) => [key, parameters.getAll(key)]),
  );
}

/** The one address of a state: defaults left out, names in a fixed order, so that equal states have equal addresses. */
export function stateParameters(state: SearchState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (state.q !== "") parameters.set("q", state.q);
  for (const name of [...FLAT_FACETS, "region"] as const) {
    for (const value of state[name].toSorted()) parameters.append(name, value);
  }
  for (const key of RANGES) {
    const { min, max } = state.ranges[key] ?? {};
    if (min !== undefined) parameters.set(`${key}.min`, String(min));
    if (max !== undefined) parameters.set(`${key}.max`, String(max));
  }
  for (const name of ["sort", "page", "size", "cursor"] as const) {
    if (state[name] !== EMPTY_STATE[name]) parameters.set(name, String(state[name]));
  }
  return parameters;
}

/** The address of a search page or API in this state. */
export function stateHref(path: string, state: SearchState): string {
  const parameters = stateParameters(state).toString();
  return parameters === "" ? path : `${path}?${parameters}`;
}
