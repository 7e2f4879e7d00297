import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { shanghaiDay } from "#lib/platform/clock.ts";
import type { WithdrawnReport } from "#lib/reports/queries-public.ts";

/** The page of a withdrawn report: that it is gone, since when, and why. */
export function WithdrawnView({ report }: { report: WithdrawnReport }) {
  const t = useTranslations("report.withdrawn");
  const { agency, year, reason, at } = report;
  return (
    <>
      <h1 className="mt-6">{t("title")}</h1>
      <p className="mt-2 max-w-prose">
        {t("body", { agency: agency.name, year: String(year), day: shanghaiDay(at) })}
      </p>
      <Notice role="note">
        <p className="text-sm text-ink-2">{t("reason")}</p>
        <p>{reason}</p>
      </Notice>
      <p className="mb-4">{t("next")}</p>
      <p className="flex flex-wrap gap-2">
        <LinkButton href={`/agencies/${agency.id}`} look="primary">
          {t("agency")}
        </LinkButton>
        <LinkButton href="/reports">{t("search")}</LinkButton>
      </p>
    </>
  );
}
