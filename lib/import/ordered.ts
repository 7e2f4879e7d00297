/** Does `work` on several items at once and gives the answers in the items' order; holds no more than `limit` of them. */
export async function* ordered<In, Out>(
  items: AsyncIterable<In>,
  limit: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const running: Promise<Out>[] = [];
  for await (const item of items) {
    const begun = work(item);
    // Whoever waits for it sees the fault; until then it is not forgotten.
    begun.catch(() => undefined);
    running.push(begun);
    const [first] = running;
    if (running.length >= limit && first) {
      running.shift();
      yield await first;
    }
  }
  for (const each of running) yield await each;
}
