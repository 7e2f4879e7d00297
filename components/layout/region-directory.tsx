import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { AgencyFacts, RegionFacts } from "#lib/agencies/queries.ts";
import type { RegionCount } from "#lib/agencies/queries-directory.ts";
import { AgencyList } from "./agency-list.tsx";
import { RegionTiles } from "./region-tiles.tsx";

interface RegionDirectoryProps {
  region: RegionFacts | null;
  below: readonly RegionCount[];
  agencies: readonly AgencyFacts[];
  /** The address of the rest of the list; null where this is all. */
  more: string | null;
}

/** One level of the directory: the regions below, and the agencies of this level itself. */
export function RegionDirectory({ region, below, agencies, more }: RegionDirectoryProps) {
  const t = useTranslations("agency.directory");
  const format = useFormatter();
  const filled = below.filter((each) => each.agencies > 0);
  const empty = below.length - filled.length;
  return (
    <>
      {filled.length > 0 ? (
        <section aria-labelledby="regions">
          <h2 id="regions" className={region ? "mt-9" : "sr-only"}>
            {t("regions")}
          </h2>
          <RegionTiles
            tiles={filled.map((each) => ({ ...each, count: each.agencies }))}
            hrefOf={(code) => `/agencies?region=${code}`}
            countOf={(count) => t("count", { count })}
          />
        </section>
      ) : null}
      {empty > 0 && filled.length > 0 ? (
        <p className="text-sm text-ink-2">{t("empty", { count: empty })}</p>
      ) : null}
      {region ? (
        <section aria-labelledby="own">
          <h2 id="own" className="num mt-9">
            {t("own")}
            {agencies.length > 0 && !more ? (
              <span className="ms-2 font-sans text-base font-normal text-ink-2">
                {format.number(agencies.length)}
              </span>
            ) : null}
          </h2>
          {agencies.length > 0 ? (
            <AgencyList agencies={agencies} />
          ) : (
            <p className="mt-2 text-ink-2">{t("ownNone")}</p>
          )}
          {more ? <LinkButton href={more}>{t("more")}</LinkButton> : null}
        </section>
      ) : null}
    </>
  );
}
