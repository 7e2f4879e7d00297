import type { Locale } from "./locales.ts";
import { en } from "./messages-en.ts";
import { zh } from "./messages-zh.ts";

/** Every text of the portal by area; the Chinese side says what there is, so a missing key is a type error. */
export type Messages = typeof zh;

export const MESSAGES: Readonly<Record<Locale, Messages>> = { "zh-CN": zh, en };
