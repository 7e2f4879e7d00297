import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });

/** 著 is right in 显著 and 著作; where it stands for 着 the general table leaves it alone. */
const ZHE =
  /(?<![名显土卓昭专论编巨原译遗])著(?=[力重手眼实装陆落急想色])|(?<=[沿随看接味有本绕向朝执跟带依])著(?!作|名|述|书|者)/gu;

/** 乾 is qian in the names of places and of an age, and stays; elsewhere (乾燥) it is 干. */
const QIAN = /(?<=[康奇])乾|乾(?=[县縣安坤隆丰豐潭元西州务務塘龙龍佑])/gu;
const KEPT = "\uE0A1";

/** Traditional to Simplified by OpenCC, phrase by phrase; the number of code points never changes. */
export function toSimplified(text: string): string {
  const kept = text.replace(QIAN, KEPT);
  const converted = convert(kept).replace(ZHE, "着").replaceAll(KEPT, "乾");
  return countCodePoints(converted) === countCodePoints(text)
    ? converted
    : Array.from(kept, convert).join("").replaceAll(KEPT, "乾");
}

/** Share of the Chinese characters that are written in Traditional script, 0 to 1. */
export function traditionalShare(text: string): number {
  const han = text.match(/\p{Script=Han}/gu);
  if (!han) return 0;
  const simplified = Array.from(convert(han.join("")));
  return han.filter((character, index) => character !== simplified[index]).length / han.length;
}

function countCodePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0xdc00 || unit > 0xdfff) count++;
  }
  return count;
}
