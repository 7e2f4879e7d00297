import { isOnlyLost } from "./lost.ts";

/** What a site or a printer puts around a text, a line of its own: never prose of the report. */
const ALWAYS = [
  // The first dash may have been taken for the mark of a list.
  /^[-—–~·]{0,3}\s?\d{1,3}\s?[-—–~·]{1,3}$/u,
  /^(?:[\s|]*\(?(?:单位|计量单位)\s?[:\uFF1A]\s?(?:件|条|次|个|万?元|[件条次个、/,]+)\)?[\s|]*){1,16}$/u,
  /^第\s?\d{1,3}\s?页(?:\s?[,/]?\s?共\s?\d{1,3}\s?页)?$|^共\s?\d{1,3}\s?页.{0,8}$|^\d{1,3}\s?\/\s?\d{1,3}$/u,
  /^.{0,10}扫[一码].{0,30}$|^.{0,12}(?:手机|微信)(?:上|端|扫码)?(?:查看|浏览|打开|阅读).{0,12}$/u,
  /^[【[(\s]*(?:打印(?:本页|此页|文章|页面)?|关闭(?:本页|窗口|页面)?|返回(?:顶部|首页|列表|上一页|上级)?|收藏(?:本页|本站)?|分享(?:到|至|本页)?|我要纠错|纠错|下载|字号|字体)(?:[】\])\s|/、:·]|$).{0,40}$/u,
  /^[【[(\s]*(?:字体|字号|文字大小)\s?[:\uFF1A]?.{0,16}$/u,
  /^(?:上|下)一[篇条页]\s?[:\uFF1A].{0,80}$|^(?:上一篇|下一篇|没有了)$/u,
  /^(?:浏览|点击|阅读|访问|查看)(?:次数|数|量|率)?\s?[:\uFF1A]\s?\d*\s?次?$|^浏览\s?\d+\s?次$/u,
  /^(?:您?(?:当前|现在|所在)(?:的)?位置|当前位置|您的位置|位置)\s?[:\uFF1A].{0,120}$/u,
  /^(?:网站)?首页\s?(?:[>›»/]|-+>).{0,120}$/u,
  /^(?:微信|微博|新浪微博|QQ空间|QQ好友|朋友圈|豆瓣|复制链接|打印|关闭|收藏|分享|点赞|评论|\s|\||、|\/){2,}$/u,
  /^(?:版权所有|主办单位|主办|承办单位|承办|技术支持|网站标识码|网站地图|网站声明|联系我们|关于我们|隐私声明|使用帮助|站点地图|友情链接|相关链接|相关附件|政府网站找错|无障碍浏览|长者模式|责任编辑|编辑|审核|初审|终审|信息来源|稿源|作者)(?:\s?[::@©].{0,120}|[\s|].{0,120})?$/u,
  /^.{0,60}(?:ICP备\s?\d|公网安备\s?\d|ICP证).{0,60}$/iu,
  // What a browser prints above and below a page: address and number, time and title.
  /^https?:\/\/\S{4,400}\s{1,4}\d{1,3}\s?\/\s?\d{1,3}$|^(?:19|20)\d{2}\/\d{1,2}\/\d{1,2}[\s,]{1,3}(?:[上下]午)?\d{1,2}:\d{2}\s.{4,100}(?:报告|年报|网)$/u,
  // The addresses of links, below a text in Markdown.
  /^\[\d{1,3}\]:\s?(?:https?:|\/|javascript:)\S*$/u,
  /^(?:\/\/|\/\*|<!--|-->).*$/u,
  /^(?:var|let|const)\s+[\w$]+\s*=.*$|^(?:function\b|\$\(|document\.|window\.|\}\)?;?$|\(function).*$/u,
  /^\.?[\w#.\s-]{1,60}\{[^{}]{0,400}\}?$|^@(?:font-face|media|page)\b.*$/u,
];

/** Whether a folded line is nothing of the report wherever it stands. */
export function isFurniture(line: string): boolean {
  return (
    isOnlyLost(line) || /^[|#*>\s]*$/u.test(line) || ALWAYS.some((pattern) => pattern.test(line))
  );
}
