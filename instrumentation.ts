/** Runs once when the server starts; Next asks for the guard, since it also builds this file for the edge. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { keepResponsesAtHand } = await import("#lib/platform/response-status.ts");
  keepResponsesAtHand();
  const [{ limitStatements }, { env }] = await Promise.all([
    import("#lib/platform/db.ts"),
    import("#lib/platform/env.ts"),
  ]);
  limitStatements(env().STATEMENT_TIMEOUT_MS);
  const { prepareDictionary } = await import("#lib/chinese/segment.ts");
  prepareDictionary();
}
