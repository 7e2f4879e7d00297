const WORTH_SHOWING = 20;

/** A counter on standard error, for many files and only where a person looks at it. */
export function startProgress(total: number): { step: () => void; end: () => void } {
  const isShown = total >= WORTH_SHOWING && process.stderr.isTTY && !process.stdout.isTTY;
  if (!isShown) return { step: () => undefined, end: () => undefined };
  let count = 0;
  return {
    step: () => {
      count += 1;
      process.stderr.write(`\r${count} / ${total}`);
    },
    end: () => process.stderr.write("\r\x1b[K"),
  };
}
