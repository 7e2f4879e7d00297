import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { FieldFrame, TextArea } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { MAX_INPUT } from "#lib/check-service/limits.ts";

/** What can be given: a file or a text; the text that was given stands there again. */
export function CheckFields({ text, isAgain }: { text: string; isAgain: boolean }) {
  const t = useTranslations("check.form");
  return (
    <>
      {isAgain ? <h2 className="mt-9 mb-3 border-t border-rule pt-6">{t("again")}</h2> : null}
      <FieldFrame
        id="check-file"
        label={t("file")}
        hint={t("fileHint", { limit: MAX_INPUT / 1_048_576 })}
      >
        <input
          id="check-file"
          name="file"
          type="file"
          accept=".txt,.html,.htm,.md,.docx,.xlsx,.pdf,application/pdf,text/plain,text/html,text/markdown"
          aria-describedby="check-file-hint"
          className="w-full border border-dashed border-edge bg-sheet px-3 py-4 text-ink-2 file:me-3 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-accent file:bg-transparent file:px-4 file:text-accent"
        />
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
