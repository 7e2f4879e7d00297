import { agencyWords, opaque, regionWords, textWords } from "#lib/chinese/tokens.ts";
import type { IndexDocument } from "./engine.ts";
import type { SearchDocument } from "./shown.ts";

const WEIGHTS = { government: 0, office: 1, department: 2, township: 3, other: 4 } as const;

/** Among equals, what stands higher in the tree of regions comes first (黄山市 before its districts), and in one place governments before their offices, departments, townships and others. */
export function standingOf(kind: keyof typeof WEIGHTS, depth: number): number {
  return depth * 8 + WEIGHTS[kind];
}

const opaqueOf = (words: readonly string[], taken: ReadonlySet<string> = new Set()) => [
  ...new Set(words.filter((word) => !taken.has(word)).map(opaque)),
];

/** What an engine is fed: each word once, with the best of its places (names, head, prose). */
export function indexed(document: SearchDocument): IndexDocument {
  const own = document.region.at(-1);
  const names = [document.agency, ...document.aliases].flatMap(agencyWords);
  if (own) names.push(...regionWords(own.name));
  const head = [
    ...textWords(document.title),
    ...textWords(`${document.indexNumber ?? ""} ${document.documentNumber ?? ""}`),
    ...document.region.slice(0, -1).flatMap((region) => regionWords(region.name)),
    String(document.year),
  ];
  const body = document.sections.flatMap(({ heading, text }) =>
    textWords(`${heading ?? ""}\n${text}`),
  );
  const inNames = new Set(names);
  return {
    id: document.id,
    hash: document.hash,
    names: opaqueOf(names),
    head: opaqueOf(head, inNames),
    body: opaqueOf(body, new Set([...names, ...head])),
    year: document.year,
    level: document.level,
    kind: document.kind,
    scope: document.scope,
    edition: document.edition ?? "none",
    check: document.check,
    path: document.region.map(({ code }) => code),
    ranges: document.figures,
    published: Date.parse(document.publishedAt),
    standing: standingOf(document.kind, document.region.length),
  };
}
