import { type RealReport, wholeYear } from "./real-report.ts";

/** Its R04 for litigation after reconsideration fails as published: 0 + 0 + 0 + 0 ≠ 1. */
export const YUANJIANG_2023: RealReport = {
  agency: {
    id: "530428-office",
    name: "玉溪市元江县人民政府办公室",
    nameEn: "Office of the People's Government of Yuanjiang County, Yuxi",
    aliases: ["元江县人民政府办公室", "元江哈尼族彝族傣族自治县人民政府办公室"],
    kind: "office",
    level: "county",
    regionCode: "530428",
    usualScope: "organ",
  },
  year: 2023,
  edition: "2021",
  sourceName: "元江县人民政府办公室",
  sourceUrl: null,
  printed: { agency: "玉溪市元江县人民政府办公室", signedOn: "2024-01-31" },
  period: wholeYear(2023),
  cells: {
    "requests.received.naturalPerson": "8",
    "requests.received.total": "8",
    "requests.granted.naturalPerson": "8",
    "requests.granted.total": "8",
    "requests.handled.naturalPerson": "8",
    "requests.handled.total": "8",
    "remedies.reconsideration.corrected": "1",
    "remedies.reconsideration.total": "1",
    "remedies.litigationAfterReconsideration.total": "1",
  },
  summary: {
    overview: [
      "2023年，该办公室承担全县政务公开主管职责，主要做了五个方面的工作。",
      "主动公开：公开内容覆盖重要会议、经济、民生、生态和财政预决算，并与政务服务部门合办了首届政务公开日。",
      "依申请公开：全年收到申请8件，办结8件；其中1件因答复超期引起行政复议。",
      "信息管理：建立保密审查、源头认定、定期清理等制度，列出不得公开的信息清单。",
      "平台：县政府网站完成适老化和无障碍改造。",
      "监督：办培训两次，公开工作计入目标考核，对更新慢、答复不规范的单位限期整改。",
    ].join("\n"),
    problems:
      "报告承认三点不足：一些乡镇和部门对公开有顾虑；经办人员更换频繁，业务水平不一；信息审核和对部门的监督不够严。\n下一步打算加强网站与新媒体的日常检查和安全防护，加大重要政务信息的发布力度。",
    other: "该县按省里关于信息处理费的规定执行，2023年没有收取信息处理费。",
  },
};
