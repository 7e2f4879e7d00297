import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { QueueLine } from "#lib/reports/queries-moderation.ts";

/** What waits for the authority, longest waiting first. */
export function QueueTable({ lines, caption }: { lines: readonly QueueLine[]; caption: string }) {
  const t = useTranslations("admin.queue");
  return (
    <ScrollRegion label={caption}>
      <table className="table [&_tbody_:is(th,td)]:align-baseline [&_td]:whitespace-nowrap [&_thead_th]:whitespace-nowrap">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("agency")}</th>
            <th scope="col">{t("year")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("checks")}</th>
            <th scope="col">{t("sent")}</th>
            <th scope="col">
              <span className="sr-only">{t("review")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <QueueRow key={line.reportId} line={line} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function QueueRow({ line }: { line: QueueLine }) {
  const t = useTranslations("admin.queue");
  const format = useFormatter();
  const at = (moment: Date) => format.dateTime(moment, { dateStyle: "medium", timeStyle: "short" });
  return (
    <tr>
      <th scope="row" className="min-w-44">
        {line.agencyName}
        <span className="block text-sm text-ink-2">{line.regionName}</span>
      </th>
      <td className="num">{line.year}</td>
      <td>
        {line.basedOn ? t("revision", { number: line.basedOn }) : t("first")}
        {line.scheduledFor ? <span className="block text-sm">{at(line.scheduledFor)}</span> : null}
      </td>
      <td className={line.errors > 0 ? "font-semibold text-alarm" : undefined}>
        {line.errors > 0 ? t("fails", { count: line.errors }) : t("holds")}
      </td>
      <td className="num">{at(line.submittedAt)}</td>
      <td>
        <Link
          className="link inline-flex min-h-11 items-center"
          href={`/admin/reports/${line.reportId}`}
          aria-label={t("reviewOf", { agency: line.agencyName, year: String(line.year) })}
        >
          {t("review")}
        </Link>
      </td>
    </tr>
  );
}
