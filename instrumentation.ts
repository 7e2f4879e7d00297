/** Runs once when the server starts; Next asks for the guard, since it also builds this file for the edge. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { keepResponsesAtHand } = await import("#lib/platform/response-status.ts");
  keepResponsesAtHand();
  const { prepareDictionary } = await import("#lib/chinese/segment.ts");
  prepareDictionary();
}
