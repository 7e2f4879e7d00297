import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";

export interface Tile {
  code: string;
  name: string;
  synthetic: boolean;
  count: number;
}

interface RegionTilesProps {
  tiles: readonly Tile[];
  hrefOf: (code: string) => string;
  /** The count in words (`12 个单位`). */
  countOf: (count: number) => string;
}

/** Regions as a grid of names with their counts; one that has nothing is a name without a link. */
export function RegionTiles({ tiles, hrefOf, countOf }: RegionTilesProps) {
  return (
    <ul className="my-4 grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] border-t border-rule pe-px">
      {tiles.map((tile) => (
        <li key={tile.code} className="-me-px border-x border-b border-rule bg-sheet">
          {tile.count > 0 ? (
            <Link
              href={hrefOf(tile.code)}
              className="block h-full px-3 py-2 leading-snug text-ink no-underline hover:bg-accent-wash hover:underline"
            >
              <TileName tile={tile} />
              <span className="num block text-sm text-ink-2">{countOf(tile.count)}</span>
            </Link>
          ) : (
            <span className="block px-3 py-2 leading-snug text-ink-3">
              <TileName tile={tile} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function TileName({ tile }: { tile: Tile }) {
  const t = useTranslations("common");
  return (
    <>
      <span lang="zh-CN">{tile.name}</span> {tile.synthetic ? <Tag>{t("synthetic")}</Tag> : null}
    </>
  );
}
