import { type RealReport, wholeYear } from "./real-report.ts";

/** Its R02 fails as published for natural persons (9 + 0 ≠ 8 + 0) and companies (0 + 0 ≠ 1 + 0). */
export const LIUNAN_2023: RealReport = {
  agency: {
    id: "450204-government",
    name: "柳州市柳南区人民政府",
    nameEn: "People's Government of Liunan District, Liuzhou",
    aliases: ["柳南区人民政府"],
    kind: "government",
    level: "county",
    regionCode: "450204",
    usualScope: "government",
  },
  year: 2023,
  edition: "2021",
  sourceName: "柳州市柳南区人民政府",
  sourceUrl: null,
  printed: {
    title: "柳州市柳南区人民政府2023年政府信息公开工作年度报告",
    agency: "柳州市柳南区人民政府",
    publisher: "柳州市柳南区人民政府",
    publishedOn: "2024-01-30",
  },
  period: wholeYear(2023),
  cells: {
    "proactive.normativeDocuments.made": "1",
    "proactive.normativeDocuments.inForce": "22",
    "proactive.licences.decisions": "39917",
    "proactive.penalties.decisions": "2142",
    "proactive.coercions.decisions": "135",
    "requests.received.naturalPerson": "9",
    "requests.received.total": "9",
    "requests.granted.company": "1",
    "requests.granted.total": "1",
    "requests.partlyGranted.naturalPerson": "2",
    "requests.partlyGranted.total": "2",
    "requests.unavailable.notHeld.naturalPerson": "6",
    "requests.unavailable.notHeld.total": "6",
    "requests.handled.naturalPerson": "8",
    "requests.handled.company": "1",
    "requests.handled.total": "9",
  },
  summary: {
    overview: [
      "2023年，柳南区政府在网站公开信息4051条，微信、今日头条、抖音分别发布911条、244条、109条；开政策说明会14场，78家单位和205名群众代表到会。",
      "依申请公开：收到申请9件，办结9件，结转下年0件；没有引发行政复议和行政诉讼。",
      "信息管理：落实三审三校，对政务新媒体自查整改；全年制定规范性文件1件，没有废止。",
      "平台：网站发布政务信息4266条并设快办栏目，监管的11个公众号共发布456条。",
      "监督：专人负责，定期通报评比，没有需要追责的情形。",
    ].join("\n"),
    problems:
      "主要不足是政策解读形式单一，少用图片、图表和视频。\n将完善公开制度、扩大公开范围，并加强指导，丰富解读方式。",
    other: "全年没有收取信息处理费，也没有其他需要报告的事项。",
  },
};
