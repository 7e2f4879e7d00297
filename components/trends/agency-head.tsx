import { useTranslations } from "next-intl";
import { MetaLine } from "#components/ui/meta-line.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { AgencyFacts } from "#lib/agencies/queries.ts";
import type { AgencyYear } from "#lib/reports/queries-agency.ts";
import { lastChange } from "./change.ts";

/** Who an agency is, how many reports it has, and the one sentence about the last of them. */
export function AgencyHead(props: { agency: AgencyFacts; years: readonly AgencyYear[] }) {
  const { agency, years } = props;
  const t = useTranslations("agency");
  const tc = useTranslations("common");
  const [first, last] = [years.at(0), years.at(-1)];
  const failing = years.filter(({ checksFail }) => checksFail > 0).length;
  return (
    <header>
      <h1 lang="zh-CN">{agency.name}</h1>
      {agency.nameEn ? (
        <p lang="en" className="mt-1 text-lg text-ink-2">
          {agency.nameEn}
        </p>
      ) : null}
      <MetaLine className="num mt-2">
        <span>{tc(`kind.${agency.kind}`)}</span>
        <span>{tc(`level.${agency.level}`)}</span>
        {agency.siteCode ? <span>{t("siteCode", { code: agency.siteCode })}</span> : null}
        {first && last ? (
          <span>
            {first === last
              ? t("oneReport", { year: String(last.year) })
              : t("reports", {
                  count: years.length,
                  from: String(first.year),
                  to: String(last.year),
                })}
          </span>
        ) : null}
        {failing > 0 ? (
          <span className="text-alarm">{t("failing", { count: failing })}</span>
        ) : null}
        {agency.synthetic ? <Tag>{tc("syntheticHint")}</Tag> : null}
      </MetaLine>
      <ReceivedSentence years={years} />
    </header>
  );
}

function ReceivedSentence({ years }: { years: readonly AgencyYear[] }) {
  const t = useTranslations("agency.sentence");
  const change = lastChange(years.map(({ year, received }) => ({ year, value: received })));
  if (!change) return null;
  const year = String(change.year);
  const said =
    change.kind === "blank"
      ? t("blank", { year })
      : t(change.kind, {
          year,
          value: change.value,
          difference: "difference" in change ? change.difference : 0,
        });
  return <p className="mt-4 max-w-prose">{said}</p>;
}
