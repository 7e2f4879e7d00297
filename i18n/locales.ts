import type { Text } from "#lib/editions/edition.ts";

/** The languages of the portal, the first one being the language of the record. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "zh-CN";

/** Dates of the portal are Chinese dates, wherever the server stands. */
export const TIME_ZONE = "Asia/Shanghai";

/** Whether a word from the address names a language of the portal. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The side of a bilingual text that a reader in this language sees. */
export function inLocale(text: Text, locale: Locale): string {
  return locale === "en" ? text.en : text.zh;
}
