import { cellSpecs, type Edition, type Text, tableOf } from "../editions/edition.ts";
import { sumInstances } from "../editions/sum-instances.ts";
import { ruleById } from "./catalogue.ts";
import { cellName, lineName } from "./names.ts";

/** What an issue is about, for people, by its instance: the line of a sum, a cell, else the rule by its name. */
export function placeName(edition: Edition, instance: string): Text {
  const sum = sumInstances(edition).find(({ id }) => id === instance);
  if (sum) return lineName(tableOf(edition, sum.table), sum.per, sum.line);
  const [rule = "", ...address] = instance.split(".");
  const spec = cellSpecs(edition).get(address.join("."));
  if (spec) return cellName(edition, spec);
  return ruleById(rule)?.name ?? { zh: rule, en: rule };
}
