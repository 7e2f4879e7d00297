import { expect, test } from "vitest";
import { otherAgencies, otherAgency } from "./other-agency.ts";

const LUOJIANG = { name: "泉州市洛江区人民政府办公室", regionName: "洛江区" };
const YUANJIANG = {
  name: "元江哈尼族彝族傣族自治县人民政府办公室",
  regionName: "元江哈尼族彝族傣族自治县",
};
const TIBET = { name: "西藏自治区人民政府办公厅", regionName: "西藏自治区" };
const HOUSING = { name: "玉溪市住房和城乡建设局", regionName: "玉溪市" };

test.each([
  ["泉州市洛江区人民政府办公室", LUOJIANG],
  ["洛江区", LUOJIANG],
  ["洛江區人民政府辦公室", LUOJIANG],
  ["洛江区政府办", LUOJIANG],
  ["福建省泉州市洛江区人民政府", LUOJIANG],
  ["县人民政府办公室", YUANJIANG],
  ["玉溪市元江县人民政府办公室", YUANJIANG],
  ["元江县政府办", YUANJIANG],
  ["西藏自治區人民政府辦公廳", TIBET],
  ["市住建局", HOUSING],
  ["本站", LUOJIANG],
  ["江汉区教育局", { name: "教育局", regionName: "江汉区" }],
  ["恩施州人民政府", { name: "恩施土家族苗族自治州人民政府", regionName: "恩施州" }],
  ["城市管理局", { name: "洛江区城市管理局", regionName: "洛江区" }],
  ["洛江区政府", LUOJIANG],
  ["玉溪市住建局", HOUSING],
  ["洛江区卫健局", { name: "洛江区卫生健康局", regionName: "洛江区" }],
  ["洛江区文旅局", { name: "洛江区文化体育和旅游局", regionName: "洛江区" }],
  ["（）", LUOJIANG],
  ["", LUOJIANG],
  [null, LUOJIANG],
])("%s says nothing against the draft's agency", (printed, agency) => {
  expect(otherAgency(printed, agency)).toBeNull();
});

test.each([
  ["玉溪市元江县人民政府办公室", LUOJIANG],
  ["元江哈尼族彝族傣族自治县人民政府", LUOJIANG],
  ["泉州市鲤城区人民政府办公室", LUOJIANG],
  ["泉州市人民政府办公室", LUOJIANG],
  ["福建省人民政府", LUOJIANG],
  ["洛江区人民政府办公室", YUANJIANG],
  ["红土崖镇人民政府", YUANJIANG],
  ["昆明市住房和城乡建设局", HOUSING],
  ["昆明市市场监督管理局", HOUSING],
  ["江岸区人民政府", { name: "教育局", regionName: "江汉区" }],
  ["教育部", { name: "财政部", regionName: "北京市" }],
  ["洛江区 教育局", LUOJIANG],
  ["洛江区教育局开发区分局", LUOJIANG],
  ["虚拟阳县人民政府办公室", { name: "虚拟阳县自然资源局", regionName: "虚拟阳县" }],
  ["洛江区教育局", { name: "洛江区体育局", regionName: "洛江区" }],
  ["洛江区河市镇人民政府", LUOJIANG],
  ["元江县人民政府", { name: "财政部", regionName: "北京市" }],
])("%s is named as another agency", (printed, agency) => {
  expect(otherAgency(printed, agency)).toBe(printed);
});

const APPROVAL = {
  name: "玉溪市行政审批服务局",
  regionName: "玉溪市",
  otherNames: ["玉溪市政务服务管理局", "政务中心"],
};

test.each([
  ["玉溪市政务服务管理局", null],
  ["云南省玉溪市政务服务管理局", null],
  ["政务中心", null],
  ["玉溪市行政审批服务局", null],
  ["玉溪市教育局", "玉溪市教育局"],
  ["昆明市政务服务管理局", "昆明市政务服务管理局"],
  // Without its region the other name is many organs'.
  ["昆明市政务中心", "昆明市政务中心"],
])("%s beside an agency the register knows by a former name: %s", (printed, told) => {
  expect(otherAgency(printed, APPROVAL)).toBe(told);
});

test("without the register's former names an organ that was renamed is named as another", () => {
  const { otherNames: _, ...unknown } = APPROVAL;
  expect(otherAgency("玉溪市政务服务管理局", unknown)).toBe("玉溪市政务服务管理局");
});

const [OWN, OTHER] = [YUANJIANG.name, "洛江区教育局"];

test.each([
  ["the right file, from the beginning", OWN, OWN, []],
  ["the wrong one", OTHER, OTHER, ["file"]],
  ["the right one in place of the wrong one, whose words stay", OTHER, OWN, ["replaced"]],
  ["the wrong one in place of the right one", OWN, OTHER, ["file"]],
  ["one that names nobody, or of which nothing is known", OTHER, null, ["file"]],
  ["no file of its own, as of a revision", OTHER, undefined, ["words"]],
  ["no file of its own, and its own words", OWN, undefined, []],
])("a draft beside %s", (_what, words, file, by) => {
  expect(otherAgencies({ words, file }, YUANJIANG)).toEqual(
    by.map((one) => ({ by: one, other: OTHER })),
  );
});
