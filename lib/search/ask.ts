import { log } from "#lib/platform/log.ts";
import { Breaker } from "./breaker.ts";
import {
  type EngineAnswer,
  EngineFailure,
  type EngineFault,
  type EngineName,
  type EngineQuery,
  type SearchEngine,
} from "./engine.ts";

export interface Answered {
  answer: EngineAnswer;
  engine: EngineName;
  /** Why the first choice did not answer; null where it did. */
  fallback: EngineFault | "behind" | null;
}

interface Choice {
  postgres: SearchEngine;
  meilisearch: SearchEngine | null;
}

const TIMEOUT_MS = 800;
const COMPARE_EVERY_MS = 30_000;
/** A share of documents, or so many, that an index may lack before it is held to be unfilled. */
const LACK = { share: 0.02, documents: 20 };

/** Whether an index lacks so many of the documents that it is held to be unfilled. */
export function isBehind(wanted: number, held: number): boolean {
  return wanted - held > Math.max(LACK.documents, wanted * LACK.share);
}

/** Asks Meilisearch where there is one and it answers in time with a filled index, PostgreSQL elsewhere. */
export class Asker {
  readonly #choice: Choice;
  readonly #breaker = new Breaker();
  #comparedAt = 0;
  #isBehind = false;

  constructor(choice: Choice) {
    this.#choice = choice;
  }

  async #compare(meilisearch: SearchEngine, now: number): Promise<void> {
    if (now - this.#comparedAt < COMPARE_EVERY_MS) return;
    this.#comparedAt = now;
    const [own, theirs] = await Promise.all([
      this.#choice.postgres.health(),
      meilisearch.health(TIMEOUT_MS),
    ]);
    this.#isBehind = isBehind(own.documents, theirs.documents);
  }

  async #first(
    meilisearch: SearchEngine,
    query: EngineQuery,
    now: number,
  ): Promise<EngineAnswer | EngineFault | "behind"> {
    const open = this.#breaker.fault(now);
    if (open) return open;
    try {
      const comparing = this.#compare(meilisearch, now);
      const [answer] = await Promise.all([meilisearch.search(query, TIMEOUT_MS), comparing]);
      this.#breaker.succeeded();
      return this.#isBehind ? "behind" : answer;
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      log.warn({ err: error, fault: error.fault }, "the search engine did not answer");
      this.#breaker.failed(error.fault, now);
      this.#comparedAt = 0;
      return error.fault;
    }
  }

  async ask(query: EngineQuery, now: number): Promise<Answered> {
    const { postgres, meilisearch } = this.#choice;
    const first = meilisearch === null ? null : await this.#first(meilisearch, query, now);
    if (first !== null && typeof first === "object") {
      return { answer: first, engine: "meilisearch", fallback: null };
    }
    return { answer: await postgres.search(query), engine: "postgres", fallback: first };
  }
}
