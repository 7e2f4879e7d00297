import type { ReportContent } from "#lib/editions/content.ts";
import { cellSpecs } from "#lib/editions/edition.ts";
import { editionById } from "#lib/editions/registry.ts";
import type { Actor } from "#lib/identity/actor.ts";
import { keepFile, keepReading, storeFile } from "./commands-keep.ts";
import {
  draftOf,
  type LoadedDraft,
  ownFile,
  refuse,
  type Step,
  step,
  supersede,
} from "./commands-step.ts";
import { OTHER_FILE } from "./doubt-rules.ts";
import { doubtsBeside } from "./other-file.ts";
import { invalid, type ReportResult } from "./refusal.ts";
import { attachFileSchema, type Doubt, dropFileSchema, type FileSource } from "./schema.ts";
import { storedContent, storedDoubts, toJson } from "./stored.ts";

/**
 * Puts another original beside a draft in place of the one that was seen, or the first. Words and figures stay as they
 * are; where the file says otherwise, that is to be looked at. Answers how many figures are.
 */
export async function attachFile(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<{ open: number }>> {
  const parsed = attachFileSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reportId, seen, from } = parsed.data;
  const kept = await storeFile(from.file, now);
  if (!kept.ok) return kept;
  return step("attachFile", actor, { reportId }, now, async (at) => {
    const draft = draftOf(at.report);
    const { year } = at.report;
    const found = from.content.year ?? year;
    if (found !== year) refuse({ code: "report.other-year", facts: { year: found, asked: year } });
    await removeSeen(at, draft, seen);
    const doubts = doubtsOf(draft, from);
    const fileId = await keepFile(at, kept.value);
    await keepReading(at.tx, fileId, from, doubts);
    const source = seen === null ? "added" : "replaced";
    return {
      value: { open: ofFile(doubts, from).length },
      draft: { ...touched(draft, actor), doubts: toJson(doubts) },
      facts: { revision: draft.revision + 1, source, file: kept.value.sha256 },
    };
  });
}

/**
 * Takes the original away from a draft; what was read from it stays, with what is still open, but for what only the
 * original said otherwise.
 */
export async function dropFile(
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<ReportResult<null>> {
  const parsed = dropFileSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { reportId, seen } = parsed.data;
  return step("dropFile", actor, { reportId }, now, async (at) => {
    const draft = draftOf(at.report);
    const file = await removeSeen(at, draft, seen);
    const facts = { revision: draft.revision + 1, file };
    const doubts = storedDoubts(draft.doubts).filter(({ rule }) => rule !== OTHER_FILE);
    return { value: null, draft: { ...touched(draft, actor), doubts: toJson(doubts) }, facts };
  });
}

/** What is published with the draft has changed: who decides on it must have seen it. */
function touched({ revision }: LoadedDraft, actor: Actor) {
  return { revision: revision + 1, editedById: actor.userId };
}

/** Removes the draft's own file, where it is the one that was seen; answers its hash. */
async function removeSeen(
  at: Step,
  draft: LoadedDraft,
  seen: string | null,
): Promise<string | null> {
  const own = await ownFile(at);
  if ((own?.id ?? null) !== seen) supersede(draft);
  await at.tx.sourceFile.deleteMany({ where: { reportId: at.report.id, version: null } });
  return own?.sha256 ?? null;
}

/** The doubts that come from a file, apart from those that were open before. */
function ofFile(doubts: readonly Doubt[], from: FileSource): Doubt[] {
  const doubted = new Set(from.doubts.map(({ cell }) => cell));
  return doubts.filter(({ rule, cell }) => rule === OTHER_FILE || doubted.has(cell));
}

function doubtsOf(draft: LoadedDraft, { content, doubts }: FileSource): Doubt[] {
  const own: ReportContent = storedContent(draft.content);
  const edition = editionById(own.edition);
  const keys = edition ? [...cellSpecs(edition).keys()] : [];
  const open = storedDoubts(draft.doubts);
  return doubtsBeside({ draft: own.cells, open, read: content.cells, doubted: doubts, keys });
}
