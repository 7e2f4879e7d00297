/** A department of the invented province: what it deals with and how busy it is. */
export interface Department {
  slug: string;
  stem: string;
  /** Name's end at each level; most are 厅 in a province and 局 below. */
  suffix: { province: string; below: string };
  /** Subjects its reports speak of. */
  topics: readonly string[];
  /** How many requests it gets, against the average department. */
  demand: number;
  /** Licences, penalties and coercive measures in an average year of a county. */
  decisions: { licences: number; penalties: number; coercions: number };
  /** Administrative fees in an average year of a county, 万元. */
  fees: number;
}

const HALL = { province: "厅", below: "局" };
const BUREAU = { province: "局", below: "局" };
const COMMISSION = { province: "委员会", below: "局" };
const SHARED_COMMISSION = { province: "委员会", below: "委员会" };

const department = (
  slug: string,
  stem: string,
  suffix: Department["suffix"],
  topics: readonly string[],
  demand: number,
  [licences, penalties, coercions]: [number, number, number],
  fees = 0,
): Department => ({
  slug,
  stem,
  suffix,
  topics,
  demand,
  decisions: { licences, penalties, coercions },
  fees,
});

/** Most departments first: a small county has the first five, a large one the first twelve. */
export const DEPARTMENTS: readonly Department[] = [
  department(
    "natural-resources",
    "自然资源",
    HALL,
    ["征地补偿", "不动产登记", "国土空间规划", "矿业权出让"],
    3.2,
    [420, 12, 1],
    86,
  ),
  department(
    "housing",
    "住房和城乡建设",
    HALL,
    ["老旧小区改造", "房屋征收", "保障性住房分配", "工程质量监督"],
    2.6,
    [260, 31, 2],
    42,
  ),
  department(
    "education",
    "教育",
    HALL,
    ["义务教育招生", "校外培训治理", "教师招聘", "学生资助"],
    1.2,
    [35, 2, 0],
    18,
  ),
  department(
    "market-regulation",
    "市场监督管理",
    BUREAU,
    ["经营主体登记", "食品安全抽检", "价格监督检查", "特种设备安全"],
    1.1,
    [5200, 310, 26],
    3,
  ),
  department(
    "health",
    "卫生健康",
    COMMISSION,
    ["医疗机构校验", "传染病防控", "卫生监督执法", "托育服务"],
    0.8,
    [380, 58, 1],
    6,
  ),
  department(
    "agriculture",
    "农业农村",
    HALL,
    ["高标准农田建设", "惠农补贴发放", "农村宅基地管理", "农产品质量安全"],
    1.5,
    [160, 24, 3],
  ),
  department(
    "human-resources",
    "人力资源和社会保障",
    HALL,
    ["就业补助资金", "职业技能培训", "劳动保障监察", "社会保险待遇"],
    1.1,
    [75, 16, 0],
    4,
  ),
  department(
    "transport",
    "交通运输",
    HALL,
    ["农村公路养护", "客运线路经营", "超限超载治理", "公路工程招标"],
    0.9,
    [640, 190, 34],
    2,
  ),
  department(
    "civil-affairs",
    "民政",
    HALL,
    ["城乡低保", "养老服务补贴", "社会组织登记", "区划地名"],
    0.7,
    [48, 3, 0],
  ),
  department(
    "emergency",
    "应急管理",
    HALL,
    ["安全生产检查", "事故调查报告", "防灾减灾救灾", "危险化学品许可"],
    0.6,
    [92, 74, 6],
  ),
  department(
    "ecology",
    "生态环境",
    HALL,
    ["环境影响评价审批", "排污许可", "环境质量监测", "信访问题整改"],
    1.3,
    [110, 42, 9],
  ),
  department(
    "finance",
    "财政",
    HALL,
    ["预算决算公开", "政府债务", "政府采购监管", "惠民资金"],
    0.7,
    [6, 2, 0],
  ),
  department(
    "development-reform",
    "发展和改革",
    SHARED_COMMISSION,
    ["重大项目审批", "价格管理", "能源保障", "营商环境"],
    0.8,
    [180, 1, 0],
  ),
  department(
    "culture-tourism",
    "文化和旅游",
    HALL,
    ["公共文化服务", "文物保护", "旅游市场秩序", "非物质文化遗产"],
    0.5,
    [66, 11, 1],
  ),
];

/** What a department is called at a level: 厅 or 委员会 in a province, 局 below. */
export function departmentName(department: Department, place: string, isProvince: boolean): string {
  return `${place}${department.stem}${isProvince ? department.suffix.province : department.suffix.below}`;
}
