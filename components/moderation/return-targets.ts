import { cellName } from "#components/desk/names.ts";
import { inLocale, type Locale } from "#i18n/locales.ts";
import { SECTION_KEYS } from "#lib/editions/content.ts";
import { editionById } from "#lib/editions/registry.ts";
import type { ReviewView } from "#lib/reports/queries-moderation.ts";
import type { ReturnTarget } from "./return-form.tsx";

/** Names of the four kinds of target in the reader's language. */
interface Names {
  whole: string;
  issue: (message: string) => string;
  cell: (name: string) => string;
}

/** What a request may be pinned to: the whole report, what fails, each section, the cells of what fails. */
export function returnTargets(review: ReviewView, locale: Locale, names: Names): ReturnTarget[] {
  const edition = editionById(review.content.edition);
  const open = review.issues.filter(({ outcome }) => outcome === "fails");
  const cells = [...new Set(open.flatMap((issue) => issue.cells))];
  return [
    { target: "report", key: null, label: names.whole },
    ...open.map(
      ({ key, message }): ReturnTarget => ({
        target: "issue",
        key,
        label: names.issue(inLocale(message, locale)),
      }),
    ),
    ...(edition
      ? SECTION_KEYS.map(
          (key): ReturnTarget => ({
            target: "section",
            key,
            label: inLocale(edition.sections[key], locale),
          }),
        )
      : []),
    ...(edition
      ? cells.map(
          (key): ReturnTarget => ({
            target: "cell",
            key,
            label: names.cell(cellName(edition, key, locale)),
          }),
        )
      : []),
  ];
}
