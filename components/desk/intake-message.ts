import type { useTranslations } from "next-intl";
import { inLocale, type Locale } from "#i18n/locales.ts";
import type { GuardRefusal } from "#lib/identity/guard.ts";
import type { IntakeRefusal } from "#lib/intake/given.ts";
import { refusalText } from "#lib/reader/refusal.ts";
import { refusalMessage } from "./refusal-message.ts";

type Translate = ReturnType<typeof useTranslations<"desk.refusals">>;

/** Says in words why a report could not be begun. */
export function intakeMessage(
  refusal: IntakeRefusal | GuardRefusal,
  t: Translate,
  locale: Locale,
): string {
  switch (refusal.code) {
    case "intake.nothing-given":
      return t("nothingGiven");
    case "intake.no-such-part":
      return t("noSuchPart", { count: refusal.facts?.count ?? 0 });
    case "reading.busy":
      return t("readingBusy", { seconds: refusal.facts?.seconds ?? 5 });
    case "reading.too-slow":
      return t("readingTooSlow", { seconds: refusal.facts?.seconds ?? 0 });
    case "reader.empty":
    case "reader.too-large":
    case "reader.binary":
    case "reader.unsupported":
    case "reader.undecodable":
    case "reader.archive":
    case "reader.damaged":
    case "reader.unsafe-archive":
    case "reader.encrypted":
    case "reader.doctype":
    case "reader.blank":
    case "reader.scanned":
    case "reader.too-many-pages":
    case "reader.too-complex":
    case "reader.not-annual-report":
    case "reader.no-report":
      return t("unreadable", { message: inLocale(refusalText(refusal), locale) });
    default:
      return refusalMessage(refusal, t);
  }
}
