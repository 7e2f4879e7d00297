import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ledger, RUN } from "#lib/testing/ugly/gaps.ts";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { type Count, Tally } from "#lib/testing/ugly/tally.ts";
import {
  lostCells,
  lostFacts,
  silentCells,
  silentFacts,
  type Trial,
  tryCase,
} from "#lib/testing/ugly/trial.ts";
import { aligned } from "./columns.ts";
import type { Language } from "./language.ts";
import { startProgress } from "./progress.ts";

export interface UglyOptions {
  ugly?: string;
  seed: string;
  injury?: string;
  write?: string;
  record?: true;
  json?: true;
}

interface Failure {
  seed: number;
  shape: string;
  injuries: string[];
  refusal: string | null;
  silent: string[];
  lost: string[];
}

const RECORD = join(import.meta.dirname, "../../lib/testing/ugly/gaps.record.json");
const MOST_FAILURES = 40;
const EXTENSIONS = {
  text: "txt",
  html: "html",
  markdown: "md",
  docx: "docx",
  xlsx: "xlsx",
  pdf: "pdf",
};

/** Reads ugly files from one seed on, prints what came back, and writes the files that failed. */
export async function uglyRun(options: UglyOptions, _language: Language): Promise<void> {
  const count = options.record ? RUN.count : Math.max(1, Number(options.ugly) || 1);
  const first = options.record ? RUN.first : Number(options.seed) || 0;
  const given = injuriesOf(options.injury);
  const tally = new Tally();
  const ledger = new Ledger();
  const failures: Failure[] = [];
  const progress = startProgress(count);
  for (let seed = first; seed < first + count; seed++) {
    const trial = await tryCase(uglyCase(seed, given));
    tally.add(trial);
    ledger.add(trial);
    const failure = failureOf(trial);
    if (failure) failures.push(failure);
    if (failure && options.write) writeOut(options.write, trial);
    progress.step();
  }
  progress.end();
  if (options.record) writeFileSync(RECORD, `${JSON.stringify(ledger.list(), null, 2)}\n`);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...tables(tally), failures })}\n`
      : `${[...tallyLines(tally), "", ...failureLines(failures, options)].join("\n")}\n`,
  );
}

function injuriesOf(name: string | undefined): { injuries?: string[] } {
  if (name === undefined) return {};
  return { injuries: name === "none" ? [] : [name] };
}

function failureOf(trial: Trial): Failure | null {
  const silent = [...silentCells(trial), ...silentFacts(trial)];
  const lost = [...lostCells(trial), ...lostFacts(trial)];
  if (silent.length + lost.length === 0) return null;
  const { seed, draft, injuries } = trial.ugly;
  const { format, layout } = draft.shape;
  const shape = `${format}: ${layout.name}, ${draft.truth.form.id}`;
  const names = injuries.map(({ name }) => name);
  return { seed, shape, injuries: names, refusal: trial.refusal, silent, lost };
}

/** The file, and beside it what it truly says and what was read. */
function writeOut(folder: string, { ugly, reports }: Trial): void {
  mkdirSync(folder, { recursive: true });
  const { truth, shape } = ugly.draft;
  writeFileSync(join(folder, `${ugly.seed}.${EXTENSIONS[shape.format]}`), ugly.bytes);
  const facts = {
    injuries: ugly.injuries.map(({ name }) => name),
    truth: {
      facts: truth.facts,
      cells: Object.fromEntries(truth.cells),
      sections: Object.fromEntries(truth.sections),
    },
    read: reports.map(({ content, issues }) => ({ content, issues })),
  };
  writeFileSync(join(folder, `${ugly.seed}.json`), `${JSON.stringify(facts, null, 2)}\n`);
}

function tables({ all, formats, layouts, injuries }: Tally) {
  return {
    all,
    formats: Object.fromEntries(formats),
    layouts: Object.fromEntries(layouts),
    injuries: Object.fromEntries(injuries),
  };
}

const HEAD = "files,cells,right %,doubted %,allowed,lost,silent,facts,right %,lost,silent".split(
  ",",
);
const share = (part: number, whole: number) =>
  whole === 0 ? "–" : ((100 * part) / whole).toFixed(2);

function line(name: string, count: Count): string[] {
  return [
    name,
    String(count.files),
    String(count.cells),
    share(count.right, count.cells),
    share(count.doubted, count.right),
    String(count.allowed),
    String(count.lost),
    String(count.silent),
    String(count.facts),
    share(count.rightFacts, count.facts),
    String(count.lostFacts),
    String(count.silentFacts),
  ];
}

function tallyLines({ all, formats, layouts, injuries }: Tally): string[] {
  const part = (title: string, counts: ReadonlyMap<string, Count>) => [
    "",
    ...aligned([
      [title, ...HEAD],
      ...[...counts]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, count]) => line(name, count)),
    ]),
  ];
  return [
    ...aligned([["", ...HEAD], line("all", all)]),
    ...part("format", formats),
    ...part("layout", layouts),
    ...part("injury", injuries),
  ];
}

function failureLines(failures: readonly Failure[], { write }: UglyOptions): string[] {
  const worst = [...failures].sort((a, b) => b.silent.length - a.silent.length);
  const lines = worst
    .slice(0, MOST_FAILURES)
    .map(
      ({ seed, shape, injuries, refusal, silent, lost }) =>
        `seed ${seed}  ${shape}  [${injuries.join(" + ")}]${refusal ? ` ${refusal}` : ""}  silent ${silent.length}${silent.length > 0 ? ` (${silent.slice(0, 3).join(", ")})` : ""}  lost ${lost.length}${lost.length > 0 ? ` (${lost.slice(0, 3).join(", ")})` : ""}`,
    );
  const [first] = worst;
  if (!first) return ["0 failing seeds"];
  const hint = write
    ? []
    : [
        `gongkai bench read --ugly 1 --seed ${first.seed} --write DIR   # writes the file of a seed`,
      ];
  return [`${failures.length} failing seeds`, ...lines, ...hint];
}
