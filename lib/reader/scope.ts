import type { Scope } from "#lib/editions/content.ts";

const SAID: readonly [Scope, RegExp][] = [
  [
    "area",
    /(?:本行政区域|全(?:省|市|县|区|州|旗|镇|乡))[^。]{0,24}(?:汇总|合计)|汇总[^。]{0,24}(?:本行政区域|各(?:乡镇|街道|市|县|区))/u,
  ],
  [
    "government",
    /(?:本级|政府)[^。]{0,16}(?:及|和)[^。]{0,8}(?:所属)?(?:各)?(?:工作)?部门[^。]{0,24}(?:汇总|合计)|汇总[^。]{0,20}各(?:工作)?部门/u,
  ],
  [
    "organ",
    /(?:数据|统计)(?:口径|范围)[^。]{0,12}(?:仅|只)?[^。]{0,6}(?:本机关|本单位|本部门|本级机关)/u,
  ],
];

/** Whom the figures cover, only where the opening of the report says so. */
export function readScope(opening: string): Scope | null {
  return SAID.find(([, pattern]) => pattern.test(opening))?.[0] ?? null;
}
