import { currentActor } from "#lib/identity/session.ts";
import { draftReading } from "#lib/reports/queries-files.ts";

interface Props {
  params: Promise<{ reportId: string }>;
}

/** What the reader saw of a draft's file, for the pane beside the form; apart from the page, for it may be long. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { reportId } = await params;
  const actor = await currentActor();
  const reading = actor && (await draftReading(actor, reportId));
  const headers = { "Cache-Control": "private, no-store" };
  if (!reading) return Response.json({ error: "not-found" }, { status: 404, headers });
  return Response.json(reading, { headers });
}
