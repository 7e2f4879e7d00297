import { DEPARTMENTS, type Department, departmentName } from "./departments.ts";
import type { DemoAgency, DemoLevel, DemoRegion, Family } from "./model.ts";
import {
  CITY_LIMIT,
  cityName,
  countyName,
  PROVINCE_CODE,
  PROVINCE_NAME,
  townName,
} from "./place-names.ts";
import { succeed } from "./succession.ts";

interface Size {
  counties: number;
  cityDepartments: number;
  countyDepartments: number;
  towns: number;
}

/** Five cities of this size make some three hundred agencies; what is asked beyond them comes in large ones. */
const SMALL_CITIES = 5;
const SMALL: Size = { counties: 4, cityDepartments: 6, countyDepartments: 5, towns: 5 };
const LARGE: Size = { counties: 12, cityDepartments: 6, countyDepartments: 12, towns: 20 };

/** The invented province, one government after the other; `cities` beyond five only where many reports are asked. */
export function* families(cities: number = SMALL_CITIES): Generator<Family> {
  const province = region(PROVINCE_CODE, PROVINCE_NAME, "province", null);
  yield family(province, null, DEPARTMENTS, []);
  let county = 0;
  let town = 0;
  for (let index = 0; index < Math.min(cities, CITY_LIMIT); index++) {
    const size = index < SMALL_CITIES ? SMALL : LARGE;
    const city = region(`99${pad(index + 1)}00`, cityName(index), "city", province);
    yield family(city, province, DEPARTMENTS.slice(0, size.cityDepartments), []);
    for (let place = 0; place < size.counties; place++, county++, town += size.towns) {
      const code = `99${pad(index + 1)}${pad(place + 1)}`;
      const here = region(code, countyName(county), "county", city);
      const towns = Array.from({ length: size.towns }, (_, number) =>
        region(`${code}${pad(number + 1, 3)}`, townName(town + number), "township", here),
      );
      const departments = DEPARTMENTS.slice(0, size.countyDepartments);
      yield family(here, city, departments, towns);
    }
  }
}

/** Every city there is a name for. */
export const ALL_CITIES = CITY_LIMIT;

function pad(number: number, width = 2): string {
  return String(number).padStart(width, "0");
}

function region(
  code: string,
  name: string,
  level: DemoLevel,
  parent: DemoRegion | null,
): DemoRegion {
  const path = [...(parent?.path ?? []), code];
  return { code, name, level, parentCode: parent?.code ?? null, path };
}

function family(
  here: DemoRegion,
  above: DemoRegion | null,
  departments: readonly Department[],
  towns: readonly DemoRegion[],
): Family {
  const government: DemoAgency = {
    ...organ(here, "government", `${here.name}人民政府`, `${here.code}-government`),
    parentId: above ? `${above.code}-government` : null,
    usualScope: "government",
    aliases: above ? [`${above.name}${here.name}人民政府`] : [],
  };
  const title = here.level === "province" ? "办公厅" : "办公室";
  const members = [
    organ(here, "office", `${government.name}${title}`, `${here.code}-office`),
    ...departments.map((department) => departmentOf(here, above, department)),
    ...towns.map((town) => ({
      ...organ(town, "township", officeOf(town.name), `${town.code}-government`),
      aliases: [`${here.name}${officeOf(town.name)}`],
      parentId: government.id,
    })),
  ];
  return { region: here, towns, government, ...succeed(here.code, members) };
}

function departmentOf(here: DemoRegion, above: DemoRegion | null, department: Department) {
  const name = departmentName(department, here.name, here.level === "province");
  return {
    ...organ(here, "department", name, `${here.code}-${department.slug}`),
    aliases: above ? [`${above.name}${name}`] : [],
    department,
  };
}

/** A town has a people's government, a sub-district an office (街道办事处). */
function officeOf(town: string): string {
  return town.endsWith("街道") ? `${town}办事处` : `${town}人民政府`;
}

function organ(here: DemoRegion, kind: DemoAgency["kind"], name: string, id: string): DemoAgency {
  return {
    id,
    name,
    aliases: [],
    kind,
    level: here.level,
    regionCode: here.code,
    parentId: `${here.code}-government`,
    usualScope: "organ",
    activeFrom: null,
    activeTo: null,
    department: null,
  };
}
