import { expect, test } from "vitest";
import { EDITION_2019 } from "#lib/editions/2019.ts";
import { type ReadReport, readSource } from "#lib/reader/read.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { checkedJson, checkJson, readJson } from "./report-json.ts";
import { allWays } from "./ways.ts";

const text = reportAsText(consistentContent(EDITION_2019, 4));

/** A report whose one row of the 2019 form is bound by no sum and has lost its gaps. */
async function readWith(licences: string): Promise<ReadReport> {
  const glued = text.replace(/^行政许可 \|.*$/mu, `行政许可 | ${licences} |`);
  const result = await readSource(new TextEncoder().encode(glued), "");
  const [report] = result.ok ? result.value : [];
  if (!report) throw new Error("the report was not read");
  return report;
}

test.each([readJson, checkJson, checkedJson])(
  "%o carries the ways to part glued figures, and names none where there are none",
  async (print) => {
    const found = { file: "a.txt", part: null, report: await readWith("2648-18538") };
    const { issues } = JSON.parse(JSON.stringify(print(found, "en")));
    const glued = issues.filter(({ rule }: { rule: string }) => rule === "read.gluedOpen");
    expect(glued).toHaveLength(1);
    expect(glued[0].candidates).toHaveLength(4);
    expect(glued[0].candidates).toContainEqual({
      "proactive.licences.itemsLastYear": "2648",
      "proactive.licences.change": "-18",
      "proactive.licences.decisions": "538",
    });
    for (const issue of issues)
      if (issue.rule !== "read.gluedOpen") expect(issue).not.toHaveProperty("candidates");
  },
);

test("people get a list where the sentence names only the first ways", async () => {
  const waysOf = async (licences: string) =>
    (await readWith(licences)).issues.flatMap((issue) => allWays(issue));
  expect(await waysOf("2648-18538")).toEqual([]);
  const ways = await waysOf("2648 18538");
  expect(ways).toHaveLength(7);
  expect(ways).toContain("2648 | 18 | 538");
});
