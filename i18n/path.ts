import { DEFAULT_LOCALE, LOCALES, type Locale } from "./locales.ts";

/** The public address of a path (`/agencies/x`) in a language: the first language has no prefix. */
export function localePath(locale: Locale, path: string): string {
  if (locale === DEFAULT_LOCALE) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** The path without its language prefix, so that another language can be put in front of it. */
export function withoutLocale(path: string): string {
  for (const locale of LOCALES) {
    if (path === `/${locale}`) return "/";
    if (path.startsWith(`/${locale}/`) || path.startsWith(`/${locale}?`)) {
      const rest = path.slice(locale.length + 1);
      return rest.startsWith("/") ? rest : `/${rest}`;
    }
  }
  return path;
}

/** The language an address is in; the address alone decides it, so that a shared link reads the same for everyone. */
export function localeOf(path: string): Locale {
  return (
    LOCALES.find((locale) => path === `/${locale}` || path.startsWith(`/${locale}/`)) ??
    DEFAULT_LOCALE
  );
}
