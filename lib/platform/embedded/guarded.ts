import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Runs "$@" beside a reader on our end of a pipe: when this process ends, however it ends (kill -9
 * too), the pipe closes and the program gets its signal. So nothing it starts outlives it.
 */
const GUARD = `signal=$1; shift; exec 3<&0
"$@" 3<&- </dev/null & program=$!
( read -r _ <&3; kill -s "$signal" $program 2>/dev/null ) & reader=$!
wait $program; status=$?
kill $reader 2>/dev/null
exit $status`;

/** What to run, and as whom. */
export interface Program {
  command: string;
  args: readonly string[];
  /** How it is asked to stop. */
  signal: "TERM" | "INT";
  cwd: string;
  env?: Record<string, string | undefined>;
  account?: { uid: number; gid: number } | undefined;
  /** Where both of its outputs go: a file descriptor, ours, or a listener. */
  output: number | "inherit" | ((text: string) => void);
}

/** A program that cannot outlive this process. */
export interface Guarded {
  pid: number;
  /** Its exit code, or the signal it died of, once it is gone. */
  exited: Promise<number | NodeJS.Signals>;
  /** Asks it to stop, and after the grace (milliseconds) kills its whole process group. */
  stop(grace?: number): Promise<void>;
}

function ending(child: ChildProcess): Promise<number | NodeJS.Signals> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("close", (code, signal) => resolve(signal ?? code ?? 0));
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group is empty: nothing is left to kill.
  }
}

/** Starts a program in its own process group, tied to the life of this process. */
export function spawnGuarded(program: Program): Guarded {
  const args = ["-c", GUARD, "guard", program.signal, program.command, ...program.args];
  const { output } = program;
  const to = typeof output === "function" ? "pipe" : output;
  const child = spawn("/bin/sh", args, {
    cwd: program.cwd,
    env: { ...(program.env ?? process.env) } as NodeJS.ProcessEnv,
    stdio: ["pipe", to, to],
    detached: true,
    ...(program.account ?? {}),
  });
  const pid = child.pid ?? 0;
  const exited = ending(child);
  child.stdin?.on("error", () => undefined);
  if (typeof output === "function") {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", output);
    }
  }
  return {
    pid,
    exited,
    async stop(grace = 15_000) {
      child.stdin?.destroy();
      await Promise.race([exited, wait(grace, undefined, { ref: false })]);
      if (pid > 0) killGroup(pid);
      await exited;
    },
  };
}
