import { type Language, pick } from "./language.ts";

const EVERY_MS = 500;
/** Where nobody looks at a screen, a line now and then is enough. */
const EVERY_LINE_MS = 10_000;

/** A line on standard error that tells how far an import has come, how fast, and how long it will still take. */
export function importProgress(language: Language) {
  const begun = performance.now();
  const isTerminal = process.stderr.isTTY === true;
  const state = { files: 0, total: null as number | null, reports: 0, attention: 0, shown: begun };
  const line = () => {
    const seconds = Math.max(0.001, (performance.now() - begun) / 1000);
    const rate = state.files / seconds;
    const left = state.total === null ? null : Math.round((state.total - state.files) / rate);
    const of = state.total === null ? "" : ` / ${state.total}`;
    const zh = `${state.files}${of} 个文件，${rate.toFixed(1)} 个/秒，年报 ${state.reports} 份，待处理 ${state.attention}${left === null ? "" : `，约剩 ${duration(left)}`}`;
    const en = `${state.files}${of} files, ${rate.toFixed(1)}/s, ${state.reports} reports, ${state.attention} to settle${left === null ? "" : `, about ${duration(left)} left`}`;
    return pick({ zh, en }, language);
  };
  return {
    total(count: number) {
      state.total = count;
    },
    report(isSettled: boolean) {
      if (isSettled) state.reports += 1;
      else state.attention += 1;
    },
    file() {
      state.files += 1;
      const now = performance.now();
      if (now - state.shown < (isTerminal ? EVERY_MS : EVERY_LINE_MS)) return;
      state.shown = now;
      process.stderr.write(isTerminal ? `\r\x1b[K${line()}` : `${line()}\n`);
    },
    end() {
      if (isTerminal) process.stderr.write("\r\x1b[K");
    },
  };
}

function duration(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const hours = Math.floor(minutes / 60);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${hours > 0 ? `${hours}:${two(minutes % 60)}` : minutes}:${two(rest)}`;
}
