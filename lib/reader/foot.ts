import { isFurniture } from "./furniture.ts";
import { type Range, trimmed } from "./plain.ts";

const WHO =
  "责任编辑|编辑|责编|审核|审校|校对|校稿|核稿|初审|复审|终审|[一二三]审|撰稿|供稿|作者|记者|摄影|值班|监制|录入|发布人|审核人|审签人|单位负责人|填报人|填表人|经办人|(?:文章|信息|内容)?来源|稿源|供稿单位";
/** At the end of a page only. */
const AT_END = [
  /^(?:\d{1,3}|附件.{0,60}|.{0,12}信息公开年报|[【[]?(?:打印|关闭|分享|收藏).{0,30})$/u,
  // Who wrote, read and put it on the site, and when.
  new RegExp(`^[([【]?(?:${WHO})\\s?[:\\uFF1A].{0,80}$`, "u"),
  /^(?:来源|发布(?:时间|日期|机构)|(?:最[后近])?(?:更新|修改)(?:时间|日期))\s?[:\uFF1A].{0,40}$/u,
  /^[([【]?(?:(?:此|本)件(?:已)?(?:主动)?公开(?:发布)?|公开(?:属性|方式|类别)\s?[:\uFF1A].{0,12})[)\]】]?$/u,
  /^(?:抄送|抄报|印发)\s?[:\uFF1A].{0,80}$/u,
  // Attached files by their names.
  /^(?:\d{1,2}\s?[.、]\s?)?[^。]{1,80}\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)(?:\s?[([].{0,20}[)\]])?$/iu,
  /^(?:微信|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|空间|朋友圈|豆瓣|人人网|百度贴吧|更多|一键分享|点赞|评论|举报|有用|没用|一般|设为首页|加入收藏|联系我们|[\s|、·/]){1,12}$/u,
  /^[【[(]?(?:我要|我来)(?:纠错|打印|收藏|分享|评论|留言|评价)[】\])]?$|^.{0,8}是否(?:对您)?有(?:用|帮助).{0,6}$/u,
  /^(?:首页|政务公开|政务服务|办事服务|网上办事|互动交流|政民互动|公众参与|解读回应|数据发布|专题专栏|新闻中心|智能(?:问答|客服|机器人)|关怀版|简体|繁体|English|回到顶部|TOP|[↑∧]|[\s|、·/>]){1,12}$/iu,
  /^(?:Images|Links(?:\/Buttons)?)\s?:$|^[([—–-]{0,3}\s?(?:完|END|THE\sEND)\s?[)\]—–-]{0,3}$/iu,
  /^今天是.{4,40}$|^您是(?:本站)?第.{1,12}位.{0,8}$|^(?:总|今日|本站)?访问(?:总)?量\s?[:\uFF1A]?.{0,16}$|^建议使用.{4,60}$/u,
];
/** The address of who runs a site; where nothing of the site follows, they may be the report's own words. */
const CONTACT = /^(?:(?:联系|单位|办公)?地址|邮编|邮政编码)\s?[:\uFF1A].{0,120}$/u;
/** What a site heads its own lists with; below it the report may go on, too. */
const LISTS =
  /^(?:[【[]\s?)?(?:相关(?:信息|文章|阅读|报道|解读|文件|新闻|推荐|稿件|资讯|内容|附件|文档|政策|专题)|(?:推荐|延伸)阅读|(?:热门|热点|最新)(?:推荐|文章|新闻|信息)|猜你喜欢|(?:网友|最新|发表|我要)评论|(?:附件|文件)下载|下载附件|(?:政策|图文|文字|图片|专家)解读)(?:\s?[】\]])?\s?[:\uFF1A>»]{0,2}$/u;
/** What only stands below a text: all after it is the site's. */
const BELOW = [
  /^(?:版权所有|主办单位|主办\s?[:\uFF1A]|.{0,40}ICP备\s?\d|上一篇|下一篇|相关链接|友情链接|网站地图|[【[(]?(?:打印本页|关闭窗口|返回顶部))/iu,
  /^(?:Copyright|©|\(c\)\s?\d|Produced\sBy|Powered\sBy)/iu,
];

/** Whether a folded line is nothing of the report where it stands below the last section. */
export function isEndFurniture(line: string): boolean {
  return isFurniture(line) || AT_END.some((pattern) => pattern.test(line));
}

/** Whether a folded line says where to find whom, which is a site's where more of the site follows. */
export function isContact(line: string): boolean {
  return CONTACT.test(line);
}

/** Whether a folded line begins what a site prints below its texts. */
export function isBelow(line: string): boolean {
  return BELOW.some((pattern) => pattern.test(line));
}

/** Whether a folded line heads a list of a site's, where no sentence follows. */
export function isListHead(line: string): boolean {
  return LISTS.test(line);
}

/** Shorter lines are told by their words. */
const WHOLE_TEXT = 30;
const LAST = 300;
const BUTTONS =
  /[\s。](?=[【[(]?(?:打印|关闭|返回(?:顶部|首页)|分享(?:到|至)|上一篇|下一篇|扫一扫|责任编辑|版权所有|主办单位|相关链接)[^。]*$)/u;

/** A line with a whole text, without the buttons of the site at its end. */
export function withoutButtons(text: string, line: Range): Range {
  if (line.end - line.start < WHOLE_TEXT) return line;
  const from = Math.max(line.start, line.end - LAST);
  const at = text.slice(from, line.end).search(BUTTONS);
  return at < 0 ? line : trimmed(text, { start: line.start, end: from + at + 1 });
}
