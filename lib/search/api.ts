import { createHash } from "node:crypto";
import { shanghaiDay } from "#lib/platform/clock.ts";
import { spelledOut } from "./effective.ts";
import type { Facet } from "./facets.ts";
import { piecesHtml } from "./passages.ts";
import { stateParameters } from "./query.ts";
import type { Hit, SearchAnswer } from "./search.ts";

function hitJson({ document, passages }: Hit) {
  const { id, title, agency, agencyId, region, year, level, kind, scope, edition, check } =
    document;
  return {
    id,
    title,
    agency,
    agencyId,
    region,
    year,
    level,
    kind,
    scope,
    edition,
    check,
    publishedOn: shanghaiDay(new Date(document.publishedAt)),
    figures: document.figures,
    passages: passages.map(({ section, pieces }) => ({ section, html: piecesHtml(pieces) })),
  };
}

const facetJson = ({ values }: Facet, language: "zh" | "en") =>
  values.map(({ value, label, count, isChosen }) => ({
    value,
    label: label[language],
    count,
    chosen: isChosen,
  }));

/** The body of `/api/v1/search`, as it is documented. */
export function searchJson(answer: SearchAnswer, language: "zh" | "en" = "zh") {
  const { state, plan, engine, total, totalIsExact, hits, facets, tookMs, indexedAt } = answer;
  return {
    query: state.q,
    understood: stateParameters(spelledOut(state, plan)).toString(),
    engine,
    total,
    totalIsExact,
    page: state.page,
    size: state.size,
    nextCursor: answer.nextCursor,
    hits: hits.map(hitJson),
    facets: Object.fromEntries(facets.map((facet) => [facet.name, facetJson(facet, language)])),
    tookMs,
    indexedAt: indexedAt?.toISOString() ?? null,
  };
}

/** A tag that changes with what is found, not with how long it took. */
export function searchTag(body: ReturnType<typeof searchJson>): string {
  const { tookMs: _, ...facts } = body;
  return `W/"${createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 27)}"`;
}
