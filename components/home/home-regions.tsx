import { useTranslations } from "next-intl";
import { RegionTiles } from "#components/layout/region-tiles.tsx";
import type { RegionTile } from "#lib/reports/queries-home.ts";

/** The provinces with the reports of a year. */
export function HomeRegions({ tiles, year }: { tiles: readonly RegionTile[]; year: number }) {
  const t = useTranslations("home.regions");
  return (
    <section aria-labelledby="regions">
      <h2 id="regions" className="mt-14">
        {t("title")}
      </h2>
      <p className="text-sm text-ink-2">{t("note", { year: String(year) })}</p>
      <RegionTiles
        tiles={tiles.map((tile) => ({ ...tile, count: tile.reports }))}
        hrefOf={(code) => `/agencies?region=${code}`}
        countOf={(count) => t("count", { count })}
      />
    </section>
  );
}
