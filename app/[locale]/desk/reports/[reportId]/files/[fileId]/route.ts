import { answerAdmitted, answerFile, fileAbsent } from "#lib/files/answer.ts";
import { currentActor } from "#lib/identity/session.ts";
import { deskFile } from "#lib/reports/queries-files.ts";

interface Props {
  params: Promise<{ reportId: string; fileId: string }>;
}

/** The original of a draft or a version, for those who may read it; for everybody else there is none. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return fileAbsent(404);
  return answerAdmitted("desk", actor.userId, async () => {
    const { reportId, fileId } = await params;
    const file = await deskFile(actor, reportId, fileId);
    return file ? answerFile(request, file, "private") : fileAbsent(404);
  });
}
