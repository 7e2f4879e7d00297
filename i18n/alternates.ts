import { LOCALES, type Locale } from "./locales.ts";
import { localePath } from "./path.ts";

/** Where this page stands for good, and where in the other language, for the head of the page. */
export function alternates(locale: Locale, path: string) {
  return {
    canonical: localePath(locale, path),
    languages: Object.fromEntries(LOCALES.map((each) => [each, localePath(each, path)])),
  };
}
