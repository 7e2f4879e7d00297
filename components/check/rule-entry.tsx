import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag } from "#components/ui/tag.tsx";
import { inLocale } from "#i18n/locales.ts";
import { type ExampleAnswers, exampleAnswers } from "#lib/checks/examples.ts";
import type { Rule } from "#lib/checks/rule.ts";
import { EDITIONS } from "#lib/editions/registry.ts";

/** One rule of the catalogue under its own address: what must hold, why, for which forms, and two examples. */
export function RuleEntry({ rule }: { rule: Rule }) {
  const t = useTranslations("check.rules");
  const tSeverity = useTranslations("check.severity");
  const locale = useLocale();
  const examples = exampleAnswers(rule);
  const forms = EDITIONS.filter((edition) => rule.isValidFor(edition));
  return (
    <section
      id={rule.id}
      aria-labelledby={`${rule.id}-name`}
      className="keep border-t border-rule py-6"
    >
      <h3 id={`${rule.id}-name`}>
        <a href={`#${rule.id}`} className="num link">
          {rule.id}
        </a>{" "}
        {inLocale(rule.name, locale)}
      </h3>
      <p className="mt-1 flex flex-wrap gap-2">
        <Tag tone={rule.severity === "error" ? "alarm" : "plain"}>{tSeverity(rule.severity)}</Tag>
        {rule.inBadge ? <Tag>{t("inBadge")}</Tag> : null}
      </p>
      <dl className="mt-3 max-w-note">
        <Item name={t("formula")}>
          <strong>{inLocale(rule.formula, locale)}</strong>
          {locale === "en" ? (
            <span lang="zh-CN" className="block text-sm text-ink-2">
              {rule.formula.zh}
            </span>
          ) : null}
        </Item>
        <Item name={t("basis")}>{inLocale(rule.basis, locale)}</Item>
        <Item name={t("editions")}>
          {forms.map((edition) => (
            <span key={edition.id} className="block">
              {inLocale(edition.label, locale)}{" "}
              <span lang="zh-CN" className="text-sm text-ink-2">
                {edition.notice}
              </span>
            </span>
          ))}
        </Item>
        <Item name={t("submit")}>{t(`toSubmit.${rule.toSubmit}`)}</Item>
        {examples ? (
          <Item name={t("example")}>
            <Examples {...examples} />
          </Item>
        ) : null}
      </dl>
    </section>
  );
}

function Item({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-1 sm:grid-cols-[7rem_1fr]">
      <dt className="text-ink-2">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Examples({ breaks, keeps }: ExampleAnswers) {
  const t = useTranslations("check.outcome");
  const locale = useLocale();
  return (
    <ul className="num">
      <li>
        <span className="text-alarm">✗ {t("fails")}</span> {inLocale(breaks.message, locale)}
      </li>
      <li>
        <span className="text-ink-2">✓ {t("holds")}</span> {inLocale(keeps.message, locale)}
      </li>
    </ul>
  );
}
