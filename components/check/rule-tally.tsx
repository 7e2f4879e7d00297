import { useLocale, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { inLocale } from "#i18n/locales.ts";
import { RULES } from "#lib/checks/catalogue.ts";
import { type Issue, OUTCOMES } from "#lib/checks/issue.ts";
import type { Rule } from "#lib/checks/rule.ts";

const SIGNS = { holds: "✓", fails: "✗", "cannot-tell": "?", "not-applicable": "–" } as const;

/** Every rule with all its items in figures, folded away until asked for. */
export function RuleTally(props: { label: string; checks: readonly Issue[] }) {
  const t = useTranslations("check.result");
  const { label, checks } = props;
  return (
    <section aria-label={label} className="mt-9">
      <h3>{t("all")}</h3>
      <p className="text-sm text-ink-2">{t("allLead")}</p>
      <ul className="mt-2 border-t border-rule">
        {RULES.map((rule) => (
          <li key={rule.id} className="border-b border-rule py-2">
            <RuleItems rule={rule} items={checks.filter((issue) => issue.rule === rule.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RuleItems({ rule, items }: { rule: Rule; items: readonly Issue[] }) {
  const t = useTranslations("check.result");
  const locale = useLocale();
  const tally = OUTCOMES.flatMap((outcome) => {
    const count = items.filter((issue) => issue.outcome === outcome).length;
    return count > 0 ? [{ outcome, count }] : [];
  });
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-1">
        <span className="num font-semibold">{rule.id}</span> {inLocale(rule.name, locale)}
        <span className="num ms-3 text-sm text-ink-2">
          {tally.map(({ outcome, count }) => (
            <span key={outcome} className={outcome === "fails" ? "me-3 text-alarm" : "me-3"}>
              {SIGNS[outcome]} {t(`tally.${outcome}`, { count })}
            </span>
          ))}
        </span>
      </summary>
      <p className="mt-1 text-sm text-ink-2">
        {inLocale(rule.formula, locale)}{" "}
        <Link href={`/checks#${rule.id}`} className="link">
          {rule.id}
        </Link>
      </p>
      <ul className="num mt-1 text-sm">
        {items.map((issue) => (
          <li key={issue.instance} className={issue.outcome === "fails" ? "text-alarm" : undefined}>
            {SIGNS[issue.outcome]} {inLocale(issue.message, locale)}
          </li>
        ))}
      </ul>
    </details>
  );
}
