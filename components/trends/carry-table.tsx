import { useFormatter, useTranslations } from "next-intl";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { CarryLink } from "#lib/reports/carry-chain.ts";
import type { AgencyYear } from "#lib/reports/queries-agency.ts";

const COLUMNS = ["carriedIn", "received", "handled", "carriedOut"] as const;

interface CarryTableProps {
  years: readonly AgencyYear[];
  chain: readonly CarryLink[];
}

/** 结转链: what each year takes over and hands on, and whether the next year agrees. */
export function CarryTable({ years, chain }: CarryTableProps) {
  const t = useTranslations("agency.chain");
  return (
    <section aria-labelledby="chain">
      <h2 id="chain" className="mt-9">
        {t("title")}
      </h2>
      <p className="text-sm text-ink-2">{t("note")}</p>
      <ScrollRegion label={t("region")}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="stay">
                {t("year")}
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="n">
                  {t(column)}
                </th>
              ))}
              <th scope="col">{t("next")}</th>
            </tr>
          </thead>
          <tbody>
            {years.toReversed().map((year) => (
              <YearRow
                key={year.year}
                year={year}
                link={chain.find(({ from }) => from === year.year) ?? null}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function YearRow({ year, link }: { year: AgencyYear; link: CarryLink | null }) {
  const t = useTranslations("agency.chain");
  const gap = useTranslations("agency.chart")("gap");
  const format = useFormatter();
  const isBroken = link?.state === "broken";
  return (
    <tr>
      <th scope="row" className="num stay">
        {year.year}
      </th>
      {COLUMNS.map((column) => {
        const value = year[column];
        const look = value === null ? "word" : value === 0 ? "zero" : "";
        const frame = isBroken && column === "carriedOut" ? "fails" : "";
        return (
          <td key={column} className={`n ${look} ${frame}`}>
            {value === null ? gap : format.number(value)}
          </td>
        );
      })}
      <td className={isBroken ? "min-w-32 text-alarm" : "min-w-32"}>
        {link?.state === "broken"
          ? t("broken", {
              next: format.number(link.in ?? 0),
              difference: format.number(Math.abs((link.in ?? 0) - (link.out ?? 0))),
            })
          : t(link?.state ?? "open")}
      </td>
    </tr>
  );
}
