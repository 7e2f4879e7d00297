import { useLocale, useTranslations } from "next-intl";
import type { GuardRefusal } from "#lib/identity/guard.ts";
import type { IntakeRefusal } from "#lib/intake/given.ts";
import { intakeMessage } from "./intake-message.ts";

/** Why a file or a text was not taken; nothing where it was. */
export function IntakeRefused({ refusal }: { refusal: IntakeRefusal | GuardRefusal | null }) {
  const t = useTranslations("desk.refusals");
  const locale = useLocale();
  if (!refusal) return null;
  return (
    <p role="alert" className="mb-3 font-semibold text-alarm">
      {intakeMessage(refusal, t, locale)}
    </p>
  );
}
