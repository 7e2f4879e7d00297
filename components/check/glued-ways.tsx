import { useTranslations } from "next-intl";

/** The ways to read glued figures that the sentence has no room for, folded away until asked for. */
export function GluedWays({ ways }: { ways: readonly string[] }) {
  const t = useTranslations("check.result");
  if (ways.length === 0) return null;
  return (
    <details className="mt-1 text-sm text-ink-2">
      <summary className="min-h-11 cursor-pointer py-2">
        {t("ways", { count: ways.length })}
      </summary>
      <ul className="num border-s border-rule-2 ps-3">
        {ways.map((way) => (
          <li key={way} className="[overflow-wrap:anywhere]">
            {way}
          </li>
        ))}
      </ul>
    </details>
  );
}
