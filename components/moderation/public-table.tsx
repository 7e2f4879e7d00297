import { useFormatter, useTranslations } from "next-intl";
import { type StepAction, StepForm } from "#components/desk/step-form.tsx";
import { Link } from "#components/ui/link.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { PublicLine } from "#lib/reports/queries-moderation-public.ts";

interface PublicTableProps {
  lines: readonly PublicLine[];
  caption: string;
  withdrawAction: StepAction;
  republishAction: StepAction;
}

/** What is public, to be withdrawn with a reason, or was withdrawn, to be made public again. */
export function PublicTable({ lines, caption, ...actions }: PublicTableProps) {
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
            <th scope="col" aria-label={t("review")} />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <PublicRow key={line.reportId} line={line} {...actions} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function PublicRow({
  line,
  withdrawAction,
  republishAction,
}: Pick<PublicTableProps, "withdrawAction" | "republishAction"> & { line: PublicLine }) {
  const t = useTranslations("admin.withdraw");
  const tDesk = useTranslations("desk");
  const format = useFormatter();
  const fields = { reportId: line.reportId };
  return (
    <tr>
      <th scope="row" className="min-w-44">
        <Link className="link" href={`/agencies/${line.agencyId}/${line.year}`}>
          {line.agencyName}
        </Link>
        <span className="block text-sm text-ink-2">{line.regionName}</span>
      </th>
      <td className="num">{line.year}</td>
      <td className="min-w-44 whitespace-normal!">
        {line.withdrawnAt
          ? t("withdrawn", {
              time: format.dateTime(line.withdrawnAt, { dateStyle: "medium" }),
              reason: line.withdrawnReason ?? "",
            })
          : tDesk("years.version", { number: line.currentVersion })}
      </td>
      <td>
        {line.actions.includes("withdraw") ? (
          <StepForm
            action={withdrawAction}
            label={t("title")}
            look="alarm"
            fields={fields}
            reason={{ label: t("reason"), hint: t("hint") }}
          />
        ) : null}
        {line.actions.includes("republish") ? (
          <StepForm action={republishAction} label={t("republish")} look="plain" fields={fields} />
        ) : null}
      </td>
    </tr>
  );
}
