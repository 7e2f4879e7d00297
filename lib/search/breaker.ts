import type { EngineFault } from "./engine.ts";

const PAUSE_MS = 10_000;

/** Keeps a failing engine from being asked for a while, so that a page does not wait for it each time. */
export class Breaker {
  #openUntil = 0;
  #fault: EngineFault | null = null;

  /** Why the engine is not to be asked now; null where it may be. */
  fault(now: number): EngineFault | null {
    return now < this.#openUntil ? this.#fault : null;
  }

  failed(fault: EngineFault, now: number): void {
    this.#fault = fault;
    this.#openUntil = now + PAUSE_MS;
  }

  succeeded(): void {
    this.#openUntil = 0;
    this.#fault = null;
  }
}
