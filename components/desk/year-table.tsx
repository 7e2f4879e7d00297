import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { localePath } from "#i18n/path.ts";
import type { DeskAgency, DeskYear } from "#lib/reports/queries-desk.ts";
import type { StepAction } from "./step-form.tsx";
import { StepForm } from "./step-form.tsx";

interface YearTableProps {
  agency: DeskAgency;
  years: readonly DeskYear[];
  reviseAction: StepAction;
}

type YearLinkProps = Pick<YearTableProps, "agency"> & { year: DeskYear };

/** One agency's years on the desk: due, drafted, returned, published. */
export function YearTable({ agency, years, reviseAction }: YearTableProps) {
  const t = useTranslations("desk.years");
  return (
    <section aria-labelledby={`agency-${agency.id}`} className="mb-9">
      <h2 id={`agency-${agency.id}`} className="text-xl">
        {agency.name}
      </h2>
      <ScrollRegion label={t("caption")}>
        <table className="table [&_tbody_:is(th,td)]:align-baseline [&_td]:whitespace-nowrap [&_thead_th]:whitespace-nowrap">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("year")}</th>
              <th scope="col">{t("draft")}</th>
              <th scope="col">{t("public")}</th>
              <th scope="col">{t("due")}</th>
              <th scope="col">{t("changed")}</th>
              <th scope="col">
                <span className="sr-only">{t("open")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <YearRow key={year.year} {...{ agency, year, reviseAction }} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function YearRow({
  agency,
  year,
  reviseAction,
}: YearLinkProps & Pick<YearTableProps, "reviseAction">) {
  const t = useTranslations("desk");
  const format = useFormatter();
  const locale = useLocale();
  const { draft, reportId, publication, currentVersion } = year;
  const path = `/desk/reports/${reportId}`;
  return (
    <tr>
      <th scope="row" className="num">
        <YearLink {...{ agency, year }} />
      </th>
      <td className={draft?.state === "returned" ? "text-alarm" : undefined}>
        {t(`states.${draft?.state ?? "none"}`)}
      </td>
      <td>
        {publication === "unpublished" ? (
          t("publication.unpublished")
        ) : (
          <Link className="link" href={`/agencies/${agency.id}/${year.year}`}>
            {t(`publication.${publication}`)}
            {currentVersion ? ` · ${t("years.version", { number: currentVersion })}` : ""}
          </Link>
        )}
      </td>
      <td className="num">{year.dueOn ?? t("years.none")}</td>
      <td className="num">
        {draft
          ? format.dateTime(draft.updatedAt, { dateStyle: "medium", timeStyle: "short" })
          : t("years.none")}
      </td>
      <td>
        {draft && reportId ? (
          <Link
            className="link inline-flex min-h-11 items-center"
            href={path}
            aria-label={t("years.openOf", { agency: agency.name, year: String(year.year) })}
          >
            {t("years.open")}
          </Link>
        ) : null}
        {!draft && reportId && year.actions.includes("revise") ? (
          <StepForm
            action={reviseAction}
            label={t("actions.revise")}
            fields={{ reportId }}
            reason={{ label: t("actions.reason"), hint: t("actions.reviseHint") }}
            next={localePath(locale, path)}
          />
        ) : null}
      </td>
    </tr>
  );
}

/** The year leads to the draft, else to the public page: on a narrow screen the other links are out of sight. */
function YearLink({ agency, year: { year, draft, reportId, publication } }: YearLinkProps) {
  const t = useTranslations("desk.years");
  const isOpen = draft !== null && reportId !== null;
  if (!isOpen && publication === "unpublished") return year;
  const href = isOpen ? `/desk/reports/${reportId}` : `/agencies/${agency.id}/${year}`;
  const name = t(isOpen ? "draftOf" : "publicOf", { year: String(year) });
  return (
    <Link className="link inline-flex min-h-11 items-center" href={href} aria-label={name}>
      {year}
    </Link>
  );
}
