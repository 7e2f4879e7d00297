import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { StartRefusal } from "#lib/platform/embedded/account.ts";

function listening(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

const REASONS: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) =>
    `Port ${port} is taken by another program: stop it, or start with PORT=${port + 1}.`,
  EACCES: (port) => `Port ${port} needs more rights: start with a PORT from 1024 up.`,
  EADDRNOTAVAIL: (_, host) => `${host} is no address of this machine: set HOST to one that is.`,
  ENOTFOUND: (_, host) => `${host} is no address of this machine: set HOST to one that is.`,
};

/** Refuses where the address cannot be listened on; waits a little where a killed run may still let go of it. */
export async function requirePort(port: number, host: string, patience: number): Promise<void> {
  for (const start = Date.now(); ; await wait(250)) {
    const code = await listening(port, host);
    if (code === undefined) return;
    if (code === "EADDRINUSE" && Date.now() - start < patience) continue;
    throw new StartRefusal(REASONS[code]?.(port, host) ?? `Port ${port} cannot be used: ${code}.`);
  }
}

/** Waits until an address answers with success; false when `gaveUp` says so or the time is over. */
export async function untilAnswers(
  url: string,
  milliseconds: number,
  gaveUp: () => boolean,
): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < milliseconds && !gaveUp(); await wait(100)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return true;
  }
  return false;
}
