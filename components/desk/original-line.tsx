import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { localePath } from "#i18n/path.ts";
import type { DraftView } from "#lib/reports/queries-desk.ts";

/** The draft's original and the way to change it; what was typed is saved before one goes there, as before every form. */
export function OriginalLine({ draft, mayEdit }: { draft: DraftView; mayEdit: boolean }) {
  const t = useTranslations("desk.original");
  const locale = useLocale();
  const { reportId, source } = draft;
  const own = source?.version === null ? source : null;
  if (!own && !mayEdit) return null;
  const path = localePath(locale, `/desk/reports/${reportId}`);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 text-sm">
      <span className="min-w-0 break-words">
        {own
          ? t.rich("own", {
              name: own.name,
              file: (name) => (
                <a href={`${path}/files/${own.fileId}`} className="link">
                  {name}
                </a>
              ),
            })
          : draft.basedOn
            ? t("noneRevised", { number: draft.basedOn + 1 })
            : t("none")}
      </span>
      {mayEdit ? (
        <form action={`${path}/original`} method="get">
          <Button look="plain" className="text-base">
            {t(own ? "change" : "add")}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
