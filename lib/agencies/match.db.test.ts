import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db.ts";
import { testDatabase } from "#lib/testing/database.ts";
import { loadRegions } from "#prisma/seed/load-regions.ts";
import type { PrintedAgency } from "./match.ts";
import { reasonText } from "./match-words.ts";
import { matchAgency } from "./queries-match.ts";

testDatabase();

type Kind = "government" | "office" | "department" | "township";

/** id, name, kind, the county or city it lies in, and what else is registered of it. */
const REGISTER: readonly [string, string, Kind, string, Partial<Record<"aliases", string[]>>?][] = [
  ["yj-office", "元江哈尼族彝族傣族自治县人民政府办公室", "office", "530428"],
  ["yj-edu", "元江哈尼族彝族傣族自治县教育体育局", "department", "530428"],
  ["yj-civil", "元江县民政局", "department", "530428"],
  ["yj-water", "元江县水利局", "department", "530428"],
  ["lj-gov", "洛江区人民政府", "government", "350504"],
  ["lj-office", "泉州市洛江区人民政府办公室", "office", "350504"],
  ["lj-ndrc", "泉州市洛江区发展和改革局", "department", "350504"],
  ["lj-health", "泉州市洛江区卫生健康局", "department", "350504"],
  ["lj-hr", "泉州市洛江区人力资源和社会保障局", "department", "350504"],
  ["ln-gov", "柳州市柳南区人民政府", "government", "450204", { aliases: ["柳南区政府门户网站"] }],
  ["lz-gov", "柳州市人民政府", "government", "450200"],
  ["lz-edu", "柳州市教育局", "department", "450200"],
  ["lz-sport", "柳州市体育局", "department", "450200"],
  ["xz-office", "西藏自治区人民政府办公厅", "office", "540000"],
  ["hty", "白山市浑江区红土崖镇人民政府", "township", "220602"],
  ["cy-bj", "北京市朝阳区人民政府", "government", "110105"],
  ["cy-cc", "长春市朝阳区人民政府", "government", "220104"],
  ["gl-nj", "南京市鼓楼区人民政府", "government", "320106"],
  ["cy-edu", "长春市朝阳区教育局", "department", "220104"],
  ["tx-sy", "铁西区人民政府办公室", "office", "210106"],
  ["bj-market", "北京市市场监督管理局", "department", "110000"],
  ["sz-market", "苏州市市场监督管理局", "department", "320500"],
  ["sz-agri-old", "苏州市农业委员会", "department", "320500"],
  ["sz-agri", "苏州市农业农村局", "department", "320500"],
  ["sz-tour", "苏州市旅游局", "department", "320500"],
  ["sz-culture", "苏州市文化广电和旅游局", "department", "320500"],
  ["sz-fire-old", "苏州市安全生产监督管理局", "department", "320500"],
];

beforeAll(async () => {
  await loadRegions(db(), new Date());
  await db().agency.createMany({
    data: REGISTER.map(([id, name, kind, regionCode, more]) => ({
      ...{ id, name, kind, regionCode, aliases: more?.aliases ?? [] },
      level: "county" as const,
    })),
  });
  await db().agency.update({ where: { id: "sz-agri-old" }, data: { activeTo: 2018 } });
  await db().agency.update({ where: { id: "sz-agri" }, data: { activeFrom: 2019 } });
  await db().agency.update({ where: { id: "sz-tour" }, data: { activeTo: 2018 } });
  await db().agency.update({ where: { id: "sz-fire-old" }, data: { activeTo: 2018 } });
  await db().agencySuccession.createMany({
    data: [
      { predecessorId: "sz-agri-old", successorId: "sz-agri", kind: "renamed", year: 2019 },
      { predecessorId: "sz-tour", successorId: "sz-culture", kind: "merged", year: 2019 },
    ],
  });
}, 120_000);

interface Case {
  agency: string | null;
  publisher?: string;
  places?: string[];
  year?: number;
  region?: string;
}

async function ask({ region, ...facts }: Case) {
  const printed: PrintedAgency = { publisher: null, places: [], year: 2023, ...facts };
  const found = await matchAgency(printed, region ?? null);
  if (found.kind === "matched") return { id: found.agency.id, why: found.agency.why };
  return {
    id: null,
    candidates: found.kind === "none" ? [] : found.candidates.map(({ id }) => id),
  };
}

/** What is printed, whose it is, and (beside the name) what else the file says. */
const SURE: readonly [string, string, Omit<Case, "agency">?][] = [
  ["元江哈尼族彝族傣族自治县人民政府办公室", "yj-office"],
  ["玉溪市元江县人民政府办公室", "yj-office"],
  ["元江县人民政府办公室", "yj-office"],
  ["云南省玉溪市元江县人民政府办公室", "yj-office"],
  ["云南省元江哈尼族彝族傣族自治县人民政府办公室", "yj-office"],
  ["元江县政府办公室", "yj-office"],
  ["元江县政府办", "yj-office"],
  ["元江縣人民政府辦公室", "yj-office"],
  ["元江县人民政府办工室", "yj-office"],
  ["元江县人民政府公室", "yj-office"],
  ["元江县教育体育局", "yj-edu"],
  ["玉溪市元江县教体局", "yj-edu"],
  ["元江哈尼族彝族傣族自治县民政局", "yj-civil"],
  ["元江县民证局", "yj-civil"],
  ["元江县水力局", "yj-water"],
  ["洛江区人民政府", "lj-gov"],
  ["泉州市洛江区人民政府", "lj-gov"],
  ["福建省泉州市洛江区人民政府", "lj-gov"],
  ["洛江区政府", "lj-gov"],
  ["洛江區人民政府", "lj-gov"],
  ["洛江区人民政府办公室", "lj-office"],
  ["泉州市洛江区发展和改革局", "lj-ndrc"],
  ["洛江区发改局", "lj-ndrc"],
  ["泉州市洛江区发展改革局", "lj-ndrc"],
  ["洛江区卫健局", "lj-health"],
  ["洛江区人社局", "lj-hr"],
  ["泉州市洛江区人力资源和社会保障局", "lj-hr"],
  ["柳南区人民政府", "ln-gov"],
  ["柳州市柳南区人民政府", "ln-gov"],
  ["广西壮族自治区柳州市柳南区人民政府", "ln-gov"],
  ["广西柳州市柳南区人民政府", "ln-gov"],
  ["柳南区政府门户网站", "ln-gov"],
  ["柳南区", "ln-gov"],
  ["柳州市", "lz-gov"],
  ["柳州市政府", "lz-gov"],
  ["柳州市教育局", "lz-edu"],
  ["广西柳州市体育局", "lz-sport"],
  ["西藏自治区人民政府办公厅", "xz-office"],
  ["西藏自治區人民政府辦公廳", "xz-office"],
  ["西藏自治區(qū)人民政府辦公廳", "xz-office"],
  ["西藏人民政府办公厅", "xz-office"],
  ["红土崖镇人民政府", "hty"],
  ["浑江区红土崖镇人民政府", "hty"],
  ["吉林省白山市浑江区红土崖镇人民政府", "hty"],
  ["红土崖镇", "hty"],
  ["北京市朝阳区人民政府", "cy-bj"],
  ["长春市朝阳区人民政府", "cy-cc"],
  ["朝阳区人民政府", "cy-cc", { places: ["长春市"] }],
  ["朝阳区人民政府", "cy-cc", { region: "220100" }],
  ["朝阳区教育局", "cy-edu", { publisher: "长春市朝阳区人民政府" }],
  ["区教育局", "cy-edu", { publisher: "长春市朝阳区人民政府" }],
  ["江苏省南京市鼓楼区人民政府", "gl-nj"],
  ["鼓楼区人民政府", "gl-nj", { places: ["南京市"] }],
  ["沈阳市铁西区人民政府办公室", "tx-sy"],
  ["北京市市场监管局", "bj-market"],
  ["市市场监督管理局", "sz-market", { places: ["苏州市"] }],
  ["苏州市农业委员会", "sz-agri-old", { year: 2018 }],
  ["苏州市农业农村局", "sz-agri", { year: 2020 }],
  ["苏州市农业委员会", "sz-agri", { year: 2020 }],
  ["苏州市农业农村局", "sz-agri-old", { year: 2018 }],
  ["苏州市旅游局", "sz-tour", { year: 2018 }],
  ["苏州市文化广电和旅游局", "sz-culture", { year: 2019 }],
  ["苏州市文化广电和旅游局", "sz-culture", { year: 2018 }],
  ["我区教育局", "cy-edu", { region: "220104" }],
];

/** What is printed, and those it may be (the first of them, where any); nothing is chosen. */
const UNSURE: readonly [string | null, string[], Omit<Case, "agency">?][] = [
  ["朝阳区人民政府", ["cy-bj", "cy-cc"]],
  ["鼓楼区人民政府", ["gl-nj"]],
  ["铁西区人民政府办公室", ["tx-sy"]],
  ["朝阳区", ["cy-bj", "cy-cc"]],
  ["柳南区人民政府办公室", ["ln-gov"]],
  ["西藏自治区人民政府", ["xz-office"]],
  ["柳州市教肓局", ["lz-edu"]],
  ["元江县人民政府", ["yj-office"]],
  ["苏州市旅游局", ["sz-culture"], { year: 2020 }],
  ["苏州市安全生产监督管理局", ["sz-fire-old"], { year: 2021 }],
  ["我镇", ["hty"], { publisher: "浑江区红土崖镇人民政府" }],
  [null, ["ln-gov"], { publisher: "柳南区人民政府" }],
];

/** Names of nobody in the register. */
const NOBODY: readonly [string | null, Omit<Case, "agency">?][] = [
  ["我镇"],
  ["本机关"],
  [null],
  ["教育局"],
  ["昆明市教育局"],
  ["沅江市人民政府办公室"],
  ["柳州市水利局"],
  ["人民政府"],
  ["柳州市柳南区教育局"],
  ["泉州市人民政府"],
  ["办公室", { region: "350504" }],
  ["%_\\"],
  ["啊".repeat(3000)],
];

describe("the agency of a file", () => {
  test.each(SURE)("%s is %s %j", async (agency, id, more) => {
    expect(await ask({ agency, ...more })).toMatchObject({ id });
  });

  test.each(UNSURE)("%s may be %j and is not chosen", async (agency, ids, more) => {
    const found = await ask({ agency, ...more });
    expect(found).toMatchObject({ id: null });
    expect(found.candidates).toEqual(expect.arrayContaining(ids));
  });

  test.each(NOBODY)("%s is nobody's", async (agency, more) => {
    expect(await ask({ agency, ...more })).toMatchObject({ id: null });
  });

  test("says why in both languages, with at most five candidates", async () => {
    const found = await matchAgency({
      agency: "玉溪市元江县人民政府办公室",
      publisher: null,
      places: [],
      year: 2023,
    });
    expect(found).toMatchObject({ kind: "matched", agency: { why: ["region-spelling"] } });
    expect(reasonText("region-spelling").en).not.toMatch(/\p{Script=Han}/u);
  });
});
