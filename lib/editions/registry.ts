import { EDITION_2019 } from "./2019.ts";
import { EDITION_2021 } from "./2021.ts";
import type { Edition } from "./edition.ts";

/** All official forms, oldest first. A new form is added here and nowhere else. */
export const EDITIONS: readonly Edition[] = [EDITION_2019, EDITION_2021];

/** The edition with this id, or null. */
export function editionById(id: string | null): Edition | null {
  return EDITIONS.find((edition) => edition.id === id) ?? null;
}

/** The edition the law prescribes for a report on this year, or null for the forms before the first one known. */
export function editionForYear(year: number): Edition | null {
  return (
    EDITIONS.find(
      ({ validFrom, validTo }) => validFrom <= year && (validTo === null || year <= validTo),
    ) ?? null
  );
}
