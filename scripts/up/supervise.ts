import { setTimeout as wait } from "node:timers/promises";
import type { Guarded } from "#lib/platform/embedded/guarded.ts";

/** Something that should run as long as the portal does. */
export interface Service {
  name: string;
  start(): Guarded;
}

/** Falls within this span count together; more of them than FALLS stop the portal. */
const SPAN = 60_000;
const FALLS = 5;

/** What a start hears of: the process group of each program. */
type Note = (group: number) => void;

/** Keeps services running: starts a fallen one again, ever later, and gives up after five falls in a minute. */
export class Supervisor {
  #running: { name: string; program: Guarded }[] = [];
  #stopping = false;
  #note: Note = () => undefined;
  #giveUp: (name: string) => void = () => undefined;

  /** Settles with the name of the service that would not stay up. */
  readonly failed: Promise<string> = new Promise((resolve) => {
    this.#giveUp = resolve;
  });

  /** Has each process group written down from now on. */
  tell(note: Note): void {
    this.#note = note;
  }

  /** Starts a service, or takes over a program of it that runs already. */
  keep(service: Service, already?: Guarded): void {
    const entry = { name: service.name, program: already ?? service.start() };
    this.#running.push(entry);
    this.#note(entry.program.pid);
    void this.#watch(service, entry);
  }

  async #watch(service: Service, entry: { program: Guarded }): Promise<void> {
    const falls: number[] = [];
    for (;;) {
      const how = await entry.program.exited;
      if (this.#stopping) return;
      falls.push(Date.now());
      const recent = falls.filter((at) => Date.now() - at < SPAN).length;
      if (recent >= FALLS) return this.#giveUp(service.name);
      console.log(`${service.name} ended (${how}) and is started again`);
      await wait(250 * 2 ** recent);
      if (this.#stopping) return;
      entry.program = service.start();
      this.#note(entry.program.pid);
    }
  }

  /** Stops everything, what was started last first, and returns when nothing of it runs. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { program } of this.#running.toReversed()) await program.stop();
    this.#running = [];
  }
}
