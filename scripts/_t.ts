import { labelKey } from "#lib/reader/labels.ts";
for (const t of ["一", "一一", "二、上年结转政府信息公开申请数量", "一一二、上年结转政府信息公开申请数量"]) console.log(t, labelKey(t));
