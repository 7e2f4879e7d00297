/** Radicals that fonts name for the characters they look like, where Unicode itself does not say which these are. */
const RADICALS = new Map(
  Array.from(
    "⺁厂⺂乛⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺚旡⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟".match(
      /../gu,
    ) ?? [],
    ([radical = "", character = ""]): [string, string] => [radical, character],
  ),
);

/** A character as people write it: browsers and printers often leave the radical in its place, ⼯ for 工. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/gu, (one) => RADICALS.get(one) ?? one.normalize("NFKC"));
}
