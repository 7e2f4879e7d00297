import { type RealReport, wholeYear } from "./real-report.ts";

export const TIBET_OFFICE_2023: RealReport = {
  agency: {
    id: "540000-office",
    name: "西藏自治区人民政府办公厅",
    nameEn: "General Office of the People's Government of the Tibet Autonomous Region",
    aliases: ["自治区政府办公厅"],
    kind: "office",
    level: "province",
    regionCode: "540000",
    usualScope: "organ",
  },
  year: 2023,
  edition: "2021",
  sourceName: "西藏自治区人民政府门户网站",
  sourceUrl: null,
  printed: {
    title: "西藏自治区人民政府办公厅2023年政府信息公开工作年度报告",
    agency: "西藏自治区人民政府办公厅",
    indexNumber: "000014349/2024-00469",
    publisher: "西藏自治区人民政府办公厅",
    publishedOn: "2024-02-22",
    signedOn: "2024-02-19",
    scope: "organ",
  },
  period: wholeYear(2023),
  cells: {
    "proactive.regulations.made": "4",
    "proactive.regulations.inForce": "101",
    "proactive.normativeDocuments.made": "53",
    "proactive.normativeDocuments.inForce": "779",
    "requests.received.naturalPerson": "13",
    "requests.received.total": "13",
    "requests.granted.naturalPerson": "7",
    "requests.granted.total": "7",
    "requests.other.other.naturalPerson": "6",
    "requests.other.other.total": "6",
    "requests.handled.naturalPerson": "13",
    "requests.handled.total": "13",
  },
  summary: {
    overview: [
      "报告只汇总办公厅自身的数据。2023年的要点如下。",
      "主动公开：发布政策文件53件；12件全国两会建议提案的答复按时办结并公开；请20家单位围绕营商环境作访谈解读。",
      "依申请公开：全年收到申请13件，都在规定期限内办完，同时指导地市和部门规范办理流程。",
      "新媒体监管：全区在用政务新媒体1229个，按季抽查，累计检查500多家次，清理账号72个。",
      "机制：规章库按期建成并与国家规章库连通，制定了保密审查规程。",
    ].join("\n"),
    problems:
      "不足之处在于重点工作落实情况公开得还不够、政策解读质量有待提高、对基层指导偏少。\n2024年准备从加大公开力度、健全发布与解读机制、改进网站栏目和基层培训三方面着手。",
    other: "报告全文可在自治区政府门户网站查阅，咨询由办公厅建议提案与信息处受理。",
  },
};
