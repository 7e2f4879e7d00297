import {
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  isElement,
  type Markup,
  textOf,
} from "../archive/markup.ts";
import { runsIn } from "./docx-runs.ts";

/** A field of a paragraph that has begun and not ended. */
interface Field {
  begin: Markup;
  isInstruction: boolean;
  code: string;
  /** What stands in its instruction, fields inside it included. */
  inside: Markup[];
  hasResult: boolean;
}

/** The fields of a paragraph, as far as it has been read. */
interface Fields {
  open: Field[];
  /** The outermost open field whose instruction has not ended: looked for at each mark, it would be all of them. */
  instruction: Field | undefined;
  unseen: Set<Markup>;
}

const LONGEST_CODE = 200;

/**
 * Leaves of the fields of a document what they print. What stands between the beginning of a field and its result is its
 * instruction, with all fields inside it; a field that never ends in its paragraph is left as it is. A list to choose from
 * has no result but the entry chosen, and a field that draws, as figures in circles are drawn, counts as a picture.
 */
export function settleFields(body: Markup): void {
  for (const paragraph of elementsIn(body)) {
    if (paragraph.name !== "p") continue;
    const runs = runsIn(paragraph);
    const unseen = unseenIn(runs);
    if (unseen.size === 0) continue;
    for (const run of runs)
      run.children = run.children.filter((child) => !isElement(child) || !unseen.has(child));
  }
}

/** What of the runs of a paragraph only instructs its fields. */
function unseenIn(runs: readonly Markup[]): ReadonlySet<Markup> {
  const fields: Fields = { open: [], instruction: undefined, unseen: new Set() };
  for (const run of runs)
    for (const child of run.children) {
      if (!isElement(child) || child.name === "rPr") continue;
      const field = fields.open.at(-1);
      if (child.name === "fldChar") step(fields, child);
      else if (child.name === "instrText") addCode(field, textOf(child));
      else fields.instruction?.inside.push(child);
      if (field && !field.isInstruction && child.name !== "fldChar") field.hasResult = true;
    }
  return fields.unseen;
}

function step(fields: Fields, mark: Markup): void {
  const { open, unseen } = fields;
  const kind = attributeOf(mark, "fldCharType");
  if (kind === "begin") {
    const begun = { begin: mark, isInstruction: true, code: "", inside: [], hasResult: false };
    open.push(begun);
    fields.instruction ??= begun;
    return;
  }
  const field = open.at(-1);
  if (!field) return;
  for (const child of field.inside.splice(0)) unseen.add(child);
  field.isInstruction = false;
  if (fields.instruction === field) fields.instruction = undefined;
  if (kind !== "end") return;
  open.pop();
  const around = open.at(-1);
  const isPrinted = fields.instruction === undefined;
  const hasResult = field.hasResult || (isPrinted && print(field));
  if (around && isPrinted && hasResult) around.hasResult = true;
}

/** Puts what a field prints that has no result in its place. */
function print({ begin, code }: Field): boolean {
  if (/^\s*(?:EQ|SYMBOL|MACROBUTTON)\b/iu.test(code)) begin.name = "object";
  else if (/^\s*FORMDROPDOWN\b/iu.test(code)) {
    begin.name = "t";
    begin.children = [chosenIn(begin)];
  } else return false;
  return true;
}

/** The entry of a list that is chosen, or else the first. */
function chosenIn(begin: Markup): string {
  const list = childOf(childOf(begin, "ffData"), "ddList");
  const chosen = childOf(list, "result") ?? childOf(list, "default");
  const entry = childrenOf(list, "listEntry")[Number(attributeOf(chosen, "val") ?? 0)];
  return attributeOf(entry, "val") ?? "";
}

function addCode(field: Field | undefined, code: string): void {
  if (field?.isInstruction && field.code.length < LONGEST_CODE) field.code += code;
}
