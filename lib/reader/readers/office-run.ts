import { attributeOf, childOf, type Markup } from "../archive/markup.ts";

/** Whether a property of a run is set, as `<w:vanish/>` or with a value that does not say no. */
export function isOn(properties: Markup | undefined, name: string): boolean {
  const property = childOf(properties, name);
  return property !== undefined && !/^(?:0|false|off)$/.test(attributeOf(property, "val") ?? "");
}

/** The text of a run, apart from its neighbours where it is raised or lowered: the mark of a note beside a figure is no digit of it. */
export function apartIfRaised(properties: Markup | undefined, text: string): string {
  const raised = childOf(properties, "vertAlign");
  const isRaised = raised && /^su[pb]/.test(attributeOf(raised, "val") ?? "");
  return isRaised ? ` ${text} ` : text;
}
