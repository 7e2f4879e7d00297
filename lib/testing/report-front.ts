import { readSource } from "#lib/reader/read.ts";

/** The sections of a report without figures, below any front and above any end. */
export const BODY =
  "一、总体情况\n全年各项工作有序开展。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n人手不足。\n六、其他需要报告的事项\n无。\n";

/** What is read of a report with this front and end: its content, and the rules of its issues. */
export async function readFrom(front: string, tail = "", body = BODY) {
  const result = await readSource(new TextEncoder().encode(`${front}\n${body}${tail}`), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const { content, issues = [] } = result.value[0] ?? {};
  return { content, rules: issues.map(({ rule }) => rule) };
}

/** The same as a page of the web with this head. */
export const readPage = (head: string, front: string) =>
  readFrom(
    `<html><head>${head}</head><body><div>${front}`,
    "</div></body></html>",
    BODY.replace(/^.+$/gmu, "<p>$&</p>"),
  );
