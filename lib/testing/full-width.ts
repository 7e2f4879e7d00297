/** Blanks beside a full-width sign, which brings its own room; what a sentence quotes stands as it was found. */
export function blanksBesideFullWidth(zh: string): string[] {
  const sentence = zh.replace(/“[^”]*”/gu, "“”");
  return (
    sentence.match(
      /.?[ \u00a0][（）“”《》【】，。；：、？！]|[（）“”《》【】，。；：、？！][ \u00a0].?/gu,
    ) ?? []
  );
}
