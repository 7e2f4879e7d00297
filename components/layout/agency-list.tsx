import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { AgencyFacts } from "#lib/agencies/queries.ts";

/** Agencies by name, in columns where there is room. */
export function AgencyList(props: { agencies: readonly AgencyFacts[]; withRegion?: boolean }) {
  const { agencies, withRegion = false } = props;
  const t = useTranslations("common");
  return (
    <ul className="my-4 grid gap-x-9 border-t border-rule sm:grid-cols-2">
      {agencies.map(({ id, name, kind, region }) => (
        <li
          key={id}
          className="flex min-h-11 flex-wrap items-baseline gap-x-3 border-b border-rule py-2"
        >
          <Link href={`/agencies/${id}`} className="link" lang="zh-CN">
            {name}
          </Link>
          <span className="text-sm text-ink-2">
            {t(`kind.${kind}`)}
            {withRegion ? <span lang="zh-CN"> · {region.name}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
