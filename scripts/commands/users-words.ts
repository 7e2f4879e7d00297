import type { Text } from "#lib/editions/edition.ts";

/** What the account commands refuse, in words. */
export const REFUSALS: Readonly<Record<string, Text>> = {
  "identity.not-allowed": { zh: "无权管理该账号", en: "You may not manage this account" },
  "identity.no-such-place": {
    zh: "没有这个单位或行政区划",
    en: "There is no such agency or region",
  },
  "identity.no-such-user": { zh: "没有这个账号", en: "There is no such account" },
  "identity.login-taken": { zh: "账号已存在", en: "This login is taken" },
  "identity.password-too-short": {
    zh: "口令至少 12 个字符",
    en: "The password needs at least 12 characters",
  },
  "identity.password-too-long": {
    zh: "口令最多 128 个字符",
    en: "The password may have at most 128 characters",
  },
  "identity.password-common": {
    zh: "口令太常见或太有规律，容易被猜中",
    en: "The password is too common or too regular",
  },
  "identity.password-contains-name": {
    zh: "口令不能含有账号或姓名",
    en: "The password must not contain the login or the name",
  },
};

/** What is wrong with the options of `users add`, by the field that zod names. */
export const INVALID: Readonly<Record<string, Text>> = {
  login: {
    zh: "账号由 2–64 个字母、数字或汉字组成，中间可用 . _ - @",
    en: "A login has 2 to 64 letters or digits, with . _ - @ between them",
  },
  name: { zh: "名称为 1–100 个字符", en: "A name has 1 to 100 characters" },
  grant: {
    zh: "填报员（editor）、审核员（reviewer）须用 --agency 指定单位；管理员（moderator）须用 --region 指定行政区划；其他角色两者都不用",
    en: "An editor or reviewer needs --agency, a moderator --region, the other roles neither",
  },
};
