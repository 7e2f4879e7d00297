import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findWords, marked, passages, piecesHtml } from "./passages.ts";

const text = (pieces: readonly { text: string }[]) => pieces.map((piece) => piece.text).join("");

describe("passages", () => {
  it("marks hits in either script and leaves the original as it is", () => {
    const original = "依據條例，行政復議１件。";
    const pieces = marked(original, findWords(original, ["行政复议", "1"]));
    expect(text(pieces)).toBe(original);
    expect(pieces.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual(["行政復議１"]);
  });
  it("only <mark> is markup, whatever the text says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ maxLength: 3 }), (source, word) => {
        const html = piecesHtml(marked(source, findWords(source, [word.toLowerCase()])));
        expect(html.replace(/<\/?mark>/gu, "")).not.toMatch(/[<>"']/u);
        const plain = html
          .replace(/<\/?mark>/gu, "")
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&#39;", "'")
          .replaceAll("&amp;", "&");
        expect(plain).toBe(source);
      }),
    );
    expect(piecesHtml(marked("<b>&", []))).toBe("&lt;b&gt;&amp;");
  });
  it("at least 80 characters around the hit, cut between characters", () => {
    const far = `${"𠮷".repeat(300)}复议${"𠮷".repeat(300)}`;
    const [passage] = passages([{ key: "overview", text: far }], ["复议"]);
    const shown = text(passage?.pieces ?? []);
    expect([...shown].length).toBeGreaterThanOrEqual(80);
    expect(shown).toMatch(/^…𠮷+复议𠮷+…$/u);
    expect(shown.isWellFormed()).toBe(true);
  });
  it("comes from the sections that have most of the words, and says which", () => {
    const sections = [
      { key: "overview", text: "复议。" },
      { key: "requests", text: "复议与诉讼。" },
      { key: "other", text: "无" },
    ];
    expect(passages(sections, ["复议", "诉讼"]).map(({ section }) => section)).toEqual([
      "requests",
      "overview",
    ]);
  });
  it("without a hit in the prose it begins at the beginning", () => {
    const [passage] = passages([{ key: "problems", text: "存在不足。" }], ["螺蛳粉"]);
    expect(passage).toEqual({
      section: "problems",
      pieces: [{ text: "存在不足。", isHit: false }],
    });
    expect(passages([], ["复议"])).toEqual([]);
  });
});
