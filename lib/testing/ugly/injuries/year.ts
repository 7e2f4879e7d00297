import { EDITIONS } from "#lib/editions/registry.ts";
import type { Injury } from "../draft.ts";

/** A form used for a year for which it was not made: both are read as printed. */
export const YEAR_INJURY: Injury = {
  name: "the form of other years",
  part: "year",
  reading: "same",
  on: "figures",
  fits: (_shape, { form }) => form.id === EDITIONS.at(-1)?.id,
  hurt({ truth }) {
    const from = truth.year;
    const to = truth.form.validFrom - 1;
    const moved = (text: string) =>
      text.replace(/20\d\d/gu, (year) => {
        const distance = Number(year) - from;
        return Math.abs(distance) <= 1 ? String(to + distance) : year;
      });
    const { facts } = truth;
    const maybe = (text: string | null) => (text === null ? null : moved(text));
    truth.year = to;
    truth.introduction = moved(truth.introduction);
    truth.facts = {
      ...facts,
      year: to,
      title: maybe(facts.title),
      indexNumber: maybe(facts.indexNumber),
      documentNumber: maybe(facts.documentNumber),
      publishedOn: maybe(facts.publishedOn),
      signedOn: maybe(facts.signedOn),
      period: facts.period ? [moved(facts.period[0]), moved(facts.period[1])] : null,
    };
    for (const section of truth.sections.values())
      section.paragraphs = section.paragraphs.map(moved);
  },
};
