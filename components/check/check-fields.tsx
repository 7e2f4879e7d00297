import { useFormatter, useTranslations } from "next-intl";
import { acceptedFormats, ENUMERATION } from "#components/ui/accepted-files.ts";
import { Button } from "#components/ui/button.tsx";
import { FieldFrame, TextArea } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { MAX_INPUT } from "#lib/check-service/limits.ts";
import { CheckFile } from "./check-file.tsx";

/** What can be given: a file or a text; the text that was given stands there again. */
export function CheckFields({ text, isAgain }: { text: string; isAgain: boolean }) {
  const t = useTranslations("check.form");
  const named = useTranslations("common.formats");
  const formats = useFormatter().list(
    acceptedFormats().map((key) => named(key)),
    ENUMERATION,
  );
  return (
    <>
      {isAgain ? <h2 className="mt-9 mb-3 border-t border-rule pt-6">{t("again")}</h2> : null}
      <FieldFrame
        id="check-file"
        label={t("file")}
        hint={t("fileHint", { formats, limit: MAX_INPUT / 1_048_576 })}
      >
        <CheckFile words={{ drop: t("drop"), dropNow: t("dropNow"), oneOnly: t("oneOnly") }} />
      </FieldFrame>
      <TextArea
        id="check-text"
        name="text"
        label={t("text")}
        hint={t("textHint")}
        rows={10}
        defaultValue={text}
        spellCheck={false}
      />
      <p className="mb-4 text-sm text-ink-2">{t("privacy")}</p>
      <Button>{t("submit")}</Button>
      <p className="mt-6 text-sm text-ink-2">
        <Link href="/checks" className="link">
          {t("rules")}
        </Link>
      </p>
      <p className="text-sm text-ink-2">
        {t.rich("api", { code: (chunks) => <code>{chunks}</code> })}
      </p>
    </>
  );
}
