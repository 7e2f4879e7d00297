import { useLocale, useTranslations } from "next-intl";
import { inLocale } from "#i18n/locales.ts";
import { RANGES, type RangeKey } from "#lib/search/engine.ts";
import { rangeLabel } from "#lib/search/labels.ts";
import type { SearchState } from "#lib/search/query.ts";

type Side = "min" | "max";

function Bound({
  series,
  side,
  value,
}: {
  series: RangeKey;
  side: Side;
  value: number | undefined;
}) {
  const t = useTranslations("search.filters");
  const label = inLocale(rangeLabel(series), useLocale());
  return (
    <input
      key={value}
      type="text"
      inputMode="numeric"
      pattern="[0-9]*"
      name={`${series}.${side}`}
      defaultValue={value}
      aria-label={t(side, { series: label })}
      className="num min-h-9 w-0 min-w-0 flex-1 rounded-sm border border-edge bg-sheet px-2"
    />
  );
}

/** Bounds on the headline figures; open where one is in force. */
export function RangeFields({ ranges }: Pick<SearchState, "ranges">) {
  const t = useTranslations("search.filters");
  const locale = useLocale();
  return (
    <details open={Object.keys(ranges).length > 0}>
      <summary className="cursor-pointer font-semibold">{t("ranges")}</summary>
      {RANGES.map((key) => (
        <div key={key} className="mt-2">
          <span className="text-sm text-ink-2">{inLocale(rangeLabel(key), locale)}</span>
          <div className="flex items-center gap-2">
            <Bound series={key} side="min" value={ranges[key]?.min} />
            <span className="text-sm text-ink-2">{t("to")}</span>
            <Bound series={key} side="max" value={ranges[key]?.max} />
          </div>
        </div>
      ))}
    </details>
  );
}
