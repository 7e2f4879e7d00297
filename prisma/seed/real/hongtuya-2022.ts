import type { RealReport } from "./real-report.ts";

/** One cell is printed blank, so two of its sums cannot be told. */
export const HONGTUYA_2022: RealReport = {
  agency: {
    id: "220602102-government",
    name: "红土崖镇人民政府",
    nameEn: "People's Government of Hongtuya Town",
    aliases: ["浑江区红土崖镇人民政府", "白山市浑江区红土崖镇人民政府"],
    kind: "township",
    level: "township",
    regionCode: "220602102",
    usualScope: "organ",
  },
  year: 2022,
  edition: "2021",
  sourceName: "红土崖镇人民政府",
  sourceUrl: null,
  printed: { agency: "红土崖镇人民政府", signedOn: "2022-12-31" },
  period: null,
  cells: { "requests.denied.stateSecret.company": "" },
  summary: {
    overview: [
      "2022年，该镇在浑江区政府网站公开信息18条，微信公众号发布121条。",
      "镇里成立政务公开领导小组，由党政办负责协调和日常管理；公开内容以疫情防控、安全生产、民生服务和生态建设为主。",
      "全年没有发生依申请公开事项。",
      "平台方面依靠区级公开平台、公众号和线下公示栏；同时加强对站所和村的督导，明确信息安全责任人。",
    ].join("\n"),
    problems:
      "报告列出两点不足：公开力度不够，公开渠道不宽。\n改进措施是提高认识、逐项整改，并加强宣传、完善社会监督，引导群众参与。",
    other: "没有其他报告事项。",
  },
};
