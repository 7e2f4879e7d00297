import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import type { Tab } from "./queue-tabs.tsx";

interface QueueFilterProps {
  tab: Tab;
  query: string;
  year: string;
  years: readonly number[];
  /** Whether the view can be narrowed by name. */
  hasQuery: boolean;
}

/** Narrows the queue; a plain form, so it works without script. */
export function QueueFilter({ tab, query, year, years, hasQuery }: QueueFilterProps) {
  const t = useTranslations("admin.queue");
  return (
    <form className="flex flex-wrap items-end gap-x-3">
      <input type="hidden" name="tab" value={tab} />
      {hasQuery ? (
        <TextField
          id="queue-q"
          name="q"
          type="search"
          label={t("filterQuery")}
          defaultValue={query}
        />
      ) : null}
      <SelectField id="queue-year" name="year" label={t("filterYear")} defaultValue={year}>
        <option value="">{t("anyYear")}</option>
        {years.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </SelectField>
      <Button look="plain" className="mb-4">
        {t("apply")}
      </Button>
    </form>
  );
}
