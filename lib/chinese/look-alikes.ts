/** Characters that are taken for one another by the eye; those of one line are alike. */
const GROUPS = `己已巳 未末 日曰 土士 人入八 干千于 天夭 大太犬 戊戌戍 折拆 候侯 汩汨 徽微 抚扶 柳抑 沪泸 泸庐 浙淅 汶纹
沭沐 汜汎 柄栖 崂唠 睢雎 荥荣 荃茎 博搏 密蜜 宜宣 宁宇 平乎 户卢 石右 玉王主 本木 今令 乌鸟 凤风 岚风 河何 洪供 请清情晴
靖静 陵凌绫 杨扬 阴阳 东车 陆陇 隆陇 郊郯 甫埔浦 铺埔 颖颍 准淮 滩摊 崇祟 辰晨 昌冒 亳毫 莒营 婆婺 番鄱 均筠 湘相 桐铜
猛勐 蜡腊 监盐 垣恒 岢可 裕峪 盂孟盆 榆愉输 祁祈 析忻欣 澄登 揭竭 汕山 涯崖 瞻儋 漳璋彰 蒲莆 廷延 健建 冶治 纲钢 沙少
糖塘 篮蓝 乾干 洲州 园圆 团困 拨拔 遗遣 辩辨辫 赔陪 复夏 曰白 诉拆 谋媒 查杳 处外 免兔 申甲由 问间 贷货 签鉴 晋普 普晋
贺货 商商 郑关 肥吧 苑范 蚌蛙 宿缩 毫亳 蕲靳 歙翕 郧陨 陨郧 邛邱 泾径 渭谓 灞坝 鄂鄙 枝技 衢瞿 嵊乘 瓯欧 缙晋 岱贷
衡冲 郴彬 涟链 溆叙 沅元 芷正 澧丰 洱饵 勉免 洮逃 迭送 渑绳 郏夹 汝如 濮仆 淇其 浚俊 邙忙 荷菏 沂折 莱菜 栖西 涞来 涿逐`;

const GROUP_LISTS = GROUPS.split(/\s+/u).map((group) => [...new Set(group)]);

/** The characters that look like this one. */
export function lookAlikes(character: string): string[] {
  const all = GROUP_LISTS.filter((group) => group.includes(character)).flat();
  return [...new Set(all)].filter((each) => each !== character);
}

/** A word with one of its characters taken for another that looks like it. */
export function lookAlikeWords(word: string): string[] {
  const characters = [...word];
  return characters.flatMap((character, i) =>
    lookAlikes(character).map((other) => characters.with(i, other).join("")),
  );
}
