/** Progress for people: one line a step, with its time; on a terminal the running step counts its seconds. */

const live = process.stdout.isTTY === true;
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/**
 * Runs one step and shows it; `report(text)` adds how far it is.
 * @template T
 * @param {string} title
 * @param {(report: (text: string) => void) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const from = Date.now();
  let detail = "";
  let shown = from;
  const line = (mark) =>
    `${mark} ${title}${detail === "" ? "" : ` — ${detail}`} (${seconds(from)})`;
  if (!live) console.log(`… ${title}`);
  const timer = setInterval(() => {
    if (live) process.stdout.write(`\r\u001b[2K${line("…")}`);
    else if (Date.now() - shown > 15_000) {
      shown = Date.now();
      console.log(line("…"));
    }
  }, 200);
  try {
    const result = await work((text) => {
      detail = text;
    });
    console.log(`${live ? "\r\u001b[2K" : ""}${line("✓")}`);
    return result;
  } catch (error) {
    console.log(`${live ? "\r\u001b[2K" : ""}${line("✗")}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
