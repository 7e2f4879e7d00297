import type { Scene, Sentence } from "./scene.ts";

/** 一、总体情况: an opening and the five paragraphs the form's notice asks for. */
export function overview(scene: Scene): string {
  const { random } = scene;
  return [
    random.pick(OPENINGS)(scene),
    `（一）主动公开。${random.pick(PROACTIVE)(scene)}${documents(scene)}`,
    `（二）依申请公开。${requests(scene)}${remedies(scene)}`,
    `（三）政府信息管理。${random.pick(MANAGEMENT)(scene)}`,
    `（四）平台建设。${random.pick(PLATFORM)(scene)}`,
    `（五）监督保障。${random.pick(SUPERVISION)(scene)}`,
  ].join("\n");
}

const OPENINGS: readonly Sentence[] = [
  ({ name, year, topics }) =>
    `${year}年，${name}按照《中华人民共和国政府信息公开条例》和上级年度政务公开工作安排，紧扣${topics[0]}、${topics[1]}等群众关注度高的事项，推动公开内容更实、渠道更畅、回应更快。`,
  ({ name, year }) =>
    `本报告由${name}依据《中华人民共和国政府信息公开条例》第五十条编制，所列数据的统计期限为${year}年1月1日至12月31日。现将全年工作情况报告如下。`,
  ({ name, year, topics }) =>
    `${year}年，${name}把政府信息公开作为改进作风、接受监督的日常工作，围绕${topics[0]}主动晒清单、晒过程、晒结果，全年未发生因公开不当引发的舆情。`,
  ({ name, year, we }) =>
    `${year}年，${name}坚持应公开尽公开，健全分管负责人牵头、各科室分工落实的工作机制，${we}各项公开任务按时完成。`,
  ({ name, year, topics }) =>
    `${year}年，${name}以标准化、规范化为抓手，对照公开事项目录逐项梳理${topics[0]}、${topics[1]}、${topics[2]}等领域信息，补齐了一批公开短板。`,
  ({ name, year }) =>
    `根据《中华人民共和国政府信息公开条例》有关规定，${name}组织编制了${year}年政府信息公开工作年度报告。全年公开工作总体平稳，制度执行情况良好。`,
];

const PROACTIVE: readonly Sentence[] = [
  ({ topics, random }) => {
    const [first, second] = [random.int(12, 90), random.int(8, 70)];
    return `全年通过门户网站发布信息${first + second + random.int(60, 480)}条，其中${topics[0]}类${first}条、${topics[1]}类${second}条；政务新媒体同步推送${random.int(40, 360)}条。`;
  },
  ({ topics, random }) =>
    `对照主动公开基本目录更新栏目${random.int(6, 28)}个，集中公开${topics[0]}、${topics[1]}等信息${random.int(80, 620)}条，重要政策在公布后三个工作日内配发解读材料${random.int(3, 26)}篇。`,
  ({ topics, random }) =>
    `突出${topics[0]}全流程公开，事前公示征求意见${random.int(2, 14)}次，事后公布结果${random.int(10, 120)}批；${topics[1]}信息按季度更新，做到来源可查、去向可追。`,
  ({ we, topics, random }) =>
    `${we}在公示栏、网站和便民服务点同步公开${topics[0]}信息${random.int(30, 260)}条，通过图解、短视频等方式解读政策${random.int(2, 18)}次，方便群众看得懂、用得上。`,
  ({ topics, random }) =>
    `调整优化公开专栏，新增“${topics[0]}”专题，累计发布${random.int(24, 210)}条；回应网民留言${random.int(6, 150)}条，平均办理时间缩短到${random.int(2, 5)}个工作日。`,
];

function documents({ figure, has }: Scene): string {
  const made = figure("proactive.normativeDocuments.made");
  const inForce = figure("proactive.normativeDocuments.inForce");
  if (made === 0) return "";
  const year = `本年制发规范性文件${made}件，均在印发之日起二十个工作日内公开`;
  return has("proactive.normativeDocuments.inForce")
    ? `${year}，年末现行有效${inForce}件。`
    : `${year}。`;
}

function requests({ figure, topics, random }: Scene): string {
  const [received, carriedIn, handled, carriedOut] = [
    figure("requests.received.total"),
    figure("requests.carriedIn.total"),
    figure("requests.handled.total"),
    figure("requests.carriedOut.total"),
  ];
  if (received + carriedIn === 0) {
    return random.pick([
      "全年未收到政府信息公开申请，受理渠道保持畅通。",
      "本年度没有收到政府信息公开申请，也没有上年结转的申请。",
    ]);
  }
  const flow = `全年收到政府信息公开申请${received}件，上年结转${carriedIn}件；办结${handled}件，结转下年度继续办理${carriedOut}件。`;
  const result = `办结的申请中，予以公开${figure("requests.granted.total")}件，部分公开${figure("requests.partlyGranted.total")}件。`;
  const subject = random.pick([
    `申请内容主要涉及${topics[0]}和${topics[1]}。`,
    `从内容看，${topics[0]}类申请较为集中。`,
    `对涉及${topics[1]}的申请，答复前均与申请人电话沟通，减少重复申请。`,
  ]);
  return flow + result + subject;
}

function remedies({ figure, random }: Scene): string {
  const reconsideration = figure("remedies.reconsideration.total");
  const litigation =
    figure("remedies.litigationDirect.total") +
    figure("remedies.litigationAfterReconsideration.total");
  if (reconsideration + litigation === 0) {
    return random.pick(["全年未发生因政府信息公开引起的行政复议和行政诉讼。", ""]);
  }
  return `因政府信息公开被申请行政复议${reconsideration}件，被提起行政诉讼${litigation}件。`;
}

const MANAGEMENT: readonly Sentence[] = [
  ({ random }) =>
    `严格执行先审查、后公开，拟公开信息一律经起草、复核、签发三道关口，全年审查信息${random.int(60, 700)}条，纠正表述不规范问题${random.int(3, 40)}处。`,
  ({ random }) =>
    `对历年公开文件开展清理，标注失效文件${random.int(2, 30)}件，调整公开属性${random.int(1, 12)}件，文件库实现统一编目、统一检索。`,
  ({ topics }) =>
    `公文起草时同步确定公开属性和公开时限，${topics[0]}等涉及个人权益的信息公开前作去标识化处理，妥善保护个人隐私和商业秘密。`,
  ({ random }) =>
    `建立信息发布台账，按月核对发布时间、责任人和审签记录；组织保密审查培训${random.int(1, 4)}次，未发生失泄密事件。`,
  ({ we }) =>
    `${we}修订信息发布审核办法，明确谁起草谁负责、谁发布谁复查，公开后发现差错的当日更正并留痕。`,
];

const PLATFORM: readonly Sentence[] = [
  ({ random }) =>
    `完成网站栏目改版${random.int(1, 3)}次，修复错链死链${random.int(4, 60)}个，搜索结果按时间和主题分类显示，适老化浏览功能可正常使用。`,
  ({ random }) =>
    `在办事大厅和图书馆设置公开查阅点${random.int(1, 9)}处，配备自助查询设备，全年接待查阅${random.int(20, 480)}人次。`,
  ({ random }) =>
    `关停更新乏力的账号${random.int(1, 4)}个，保留的政务新媒体由专人值守，发布内容与网站同源同审，累计阅读量${random.int(2, 90)}万次。`,
  ({ topics }) =>
    `将${topics[0]}、${topics[1]}的办事指南与政策文件关联展示，从政策页面可直接进入办理入口。`,
  () => "政务公开专区与便民服务窗口合并设置，提供政策查询、申请填写指导和意见收集一站式服务。",
];

const SUPERVISION: readonly Sentence[] = [
  ({ random }) =>
    `全年组织业务培训${random.int(1, 5)}次，参训${random.int(12, 260)}人次；公开工作纳入年度考核，占${random.int(2, 5)}分。`,
  ({ random }) =>
    `每季度开展一次自查，发现更新不及时、栏目空白等问题${random.int(2, 25)}个，全部按期整改；未发生责任追究情形。`,
  ({ random }) =>
    `邀请人大代表、政协委员和群众代表${random.int(6, 40)}人参加政府开放活动，收集意见${random.int(3, 30)}条，办理结果向社会公布。`,
  ({ we }) =>
    `${we}主要负责人专题听取公开工作汇报，分管负责人按月调度，责任科室对账销号；社会评议结果总体满意。`,
  ({ random }) =>
    `聘请第三方开展评估，抽查信息${random.int(50, 300)}条，合格率${random.int(93, 99)}%，对排名靠后的科室进行约谈。`,
];
