import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { localePath } from "#i18n/path.ts";
import { ASKED_NAME, REGION_NAME, type RegionSearch } from "#lib/search/region-search.ts";
import { FacetChoice } from "./facet-choice.tsx";

/** The search box of the region facet: a field of the same form, whose answer stands where it was asked. */
export function RegionFinder({ text }: { text: string }) {
  const t = useTranslations("search.regions");
  const action = localePath(useLocale(), "/reports");
  return (
    <div className="find">
      <input key={`asked ${text}`} type="hidden" name={ASKED_NAME} value={text} />
      <input
        key={text}
        type="search"
        name={REGION_NAME}
        defaultValue={text}
        aria-label={t("label")}
        placeholder={t("placeholder")}
        maxLength={40}
        autoComplete="off"
      />
      <Button look="plain" formAction={`${action}#facet-region`}>
        {t("find")}
      </Button>
    </div>
  );
}

/** The regions that were looked for by name, in place of the tree. */
export function RegionsFound({ found, back }: { found: RegionSearch; back: string }) {
  const t = useTranslations("search.regions");
  const { text, values, hasMore } = found;
  return (
    <>
      {values.map((choice) => (
        <FacetChoice key={choice.value} name="region" choice={choice} above={choice.above} />
      ))}
      <p role="status">
        {values.length === 0 ? t("none", { text }) : null}
        {hasMore ? t("more", { count: values.length }) : null}{" "}
        <Link href={back} className="link">
          {t("back")}
        </Link>
      </p>
    </>
  );
}
