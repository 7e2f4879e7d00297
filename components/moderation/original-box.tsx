import { useLocale, useTranslations } from "next-intl";
import { otherAgency } from "#components/desk/other-agency.ts";
import { localePath } from "#i18n/path.ts";
import type { ReviewView } from "#lib/reports/queries-moderation.ts";

/** The original that is published with a report: whose it is, and how far what was submitted has left it. */
export function OriginalBox({ review }: { review: ReviewView }) {
  const t = useTranslations("admin.review");
  const locale = useLocale();
  const { source, changed, otherNames, agency, reportId } = review;
  if (!source) return null;
  const other = otherAgency(source.agency, { ...agency, otherNames });
  return (
    <section aria-labelledby="original">
      <h2 id="original" className="text-lg">
        {t("original")}
      </h2>
      <p className="mb-1 text-sm text-ink-2">{t("originalHint")}</p>
      {other === null ? null : (
        <p className="mb-1 text-sm font-semibold text-alarm">
          {t("originalOther", { other, agency: agency.name })}
        </p>
      )}
      {changed ? (
        <p className="mb-1 text-sm font-semibold">{t("originalChanged", { count: changed })}</p>
      ) : null}
      {changed === 0 ? <p className="mb-1 text-sm">{t("originalSame")}</p> : null}
      {/* A file is no page: the router must not fetch it. */}
      <a
        href={localePath(locale, `/desk/reports/${reportId}/files/${source.fileId}`)}
        className="link inline-flex min-h-11 items-center break-all"
      >
        {source.name}
      </a>
    </section>
  );
}
