import { useTranslations } from "next-intl";
import { Breadcrumbs, type Crumb } from "#components/ui/breadcrumbs.tsx";
import type { PublicAgency } from "#lib/reports/queries-public.ts";

/** 当前位置 of a report: its regions, its agency, its year, and what lies below. */
export function ReportTrail(props: {
  agency: PublicAgency;
  year?: number;
  below?: readonly Crumb[];
}) {
  const t = useTranslations("report");
  const { agency, year, below = [] } = props;
  const own = { label: agency.name, href: `/agencies/${agency.id}` };
  const crumb = year === undefined ? [] : [{ label: t("crumb", { year: String(year) }) }];
  const trail: Crumb[] = [
    ...agency.regionPath.map(({ code, name }) => ({
      label: name,
      href: `/agencies?region=${code}`,
    })),
    ...(year === undefined ? [{ label: agency.name }] : [own]),
    ...(below.length > 0 ? crumb.map((each) => ({ ...each, href: `${own.href}/${year}` })) : crumb),
    ...below,
  ];
  return <Breadcrumbs trail={trail} />;
}
