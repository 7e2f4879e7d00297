import { getRequestConfig } from "next-intl/server";
import { DEFAULT_LOCALE, isLocale, TIME_ZONE } from "./locales.ts";
import { MESSAGES } from "./messages.ts";

export default getRequestConfig(async ({ locale, requestLocale }) => {
  const asked = locale ?? (await requestLocale);
  const chosen = isLocale(asked) ? asked : DEFAULT_LOCALE;
  return { locale: chosen, messages: MESSAGES[chosen], timeZone: TIME_ZONE };
});
