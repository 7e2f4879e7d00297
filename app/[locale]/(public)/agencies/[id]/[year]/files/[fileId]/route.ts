import { agencyIdIn } from "#lib/agencies/address.ts";
import { answerAdmitted, answerFile, fileAbsent } from "#lib/files/answer.ts";
import { callerOf } from "#lib/identity/caller.ts";
import { now } from "#lib/platform/clock.ts";
import { publicFile } from "#lib/reports/queries-files.ts";
import { numberIn } from "../../../../public-report.ts";

interface Props {
  params: Promise<{ id: string; year: string; fileId: string }>;
}

/** The original a published version was read from, as an attachment. */
export function GET(request: Request, { params }: Props): Promise<Response> {
  return answerAdmitted("public", callerOf(request), async () => {
    const { id, year, fileId } = await params;
    const [agencyId, asked] = [agencyIdIn(id), numberIn(year)];
    if (agencyId === null || asked === null) return fileAbsent(404);
    const file = await publicFile({ agencyId, year: asked, fileId }, now());
    if (file === "withdrawn") return fileAbsent(410);
    return file ? answerFile(request, file, "public") : fileAbsent(404);
  });
}
