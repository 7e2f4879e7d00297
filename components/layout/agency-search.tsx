import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { localePath } from "#i18n/path.ts";

/** Finds an agency by the beginning of its name; a plain form that works without script. */
export function AgencySearch({ text }: { text: string }) {
  const t = useTranslations("agency.directory");
  const locale = useLocale();
  return (
    <form
      action={localePath(locale, "/agencies")}
      className="my-6 flex max-w-prose items-end gap-2"
    >
      <div className="min-w-0 grow [&>div]:mb-0">
        <TextField
          id="agency-name"
          name="name"
          type="search"
          label={t("search")}
          hint={t("searchHint")}
          defaultValue={text}
          maxLength={60}
        />
      </div>
      <Button>{t("find")}</Button>
    </form>
  );
}
