const ENDS =
  "特别行政区|自治区|自治州|自治县|自治旗|民族乡|新区|开发区|高新区|管理区|示范区|街道|苏木|地区|" +
  "省|市(?![场政])|区|县|旗|盟|州(?!市)|镇|乡(?![村镇])";
/** From a name's first character to the first end of a region; some ends stand inside a name (柏乡县, 景德镇市, 良乡地区). */
const UNIT = new RegExp(
  `^\\p{Script=Han}{1,14}?(?:${ENDS})(?:(?<=[乡镇州])(?:省|市(?![场政])|县|区|街道|地区|镇)|(?<=县)镇|(?<=[市旗])街道)*`,
  "u",
);
/** Words that have the end of a region in them and are none. */
const NONE =
  /[局厅委办]|政府|建设|管理(?!区)|^(?:城乡|城镇|乡镇|城市|都市)|^[全我本各].$|(?:社|小|校|业园|技园|工园|景|库|灌|牧|保护|保税)区$/u;
/** How the name of an organ goes on after its region. */
const ORGAN =
  /^(?:人民政府|政府|办公|党政|发展|教育|科学|科技|工业|公安|民政|司法|财政|人力|人大|自然|生态|住房|城[乡市管建]|交通|水[务利]|农业|林业|商务|文化|卫生|退役|应急|审计|国有|市[场政]|统计|医[疗保]|信访|税务|气象|档案|机关|政务|行政|综合|乡村)/u;
/** A street's office bears the name of the government above it: 青溪县人民政府河口街道办事处. */
const OFFICE_OF = /^人民政府(?=\p{Script=Han}{1,12}街道办事处$)/u;
/** What stands before the region of an organ that is not the region's own (国家税务总局云州市税务局). */
const BEFORE = /^(?:.{2,10}总局|中共|中华人民共和国)(?=.)/u;

/** A city in the name of a school or of a customs house: 郑州大学, 广州海关. */
const NAMED_AFTER =
  /^[^省市县区]{1,3}州\p{Script=Han}{0,8}(?:大学|学院|专科学校|海关|海事局|铁路局)$/u;

/** The smallest region that an organ's printed name gives (云州市青溪县水务局 → 青溪县); null where it names none. */
export function regionInName(name: string): string | null {
  let rest = name.replace(/\s+/gu, "").replace(BEFORE, "");
  let region: string | null = null;
  while (!ORGAN.test(rest) || OFFICE_OF.test(rest)) {
    rest = rest.replace(OFFICE_OF, "");
    const unit = UNIT.exec(rest)?.[0];
    if (!unit || NONE.test(unit)) break;
    region = unit;
    rest = rest.slice(unit.length);
  }
  return region !== null && NAMED_AFTER.test(`${region}${rest}`) ? null : region;
}
