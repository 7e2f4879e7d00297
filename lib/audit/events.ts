import { z } from "zod";

/** Free text as PostgreSQL's jsonb can hold it: no NUL, no lone surrogate. */
const text = z
  .string()
  .max(4000)
  .overwrite((value) => value.replaceAll("\u0000", "").toWellFormed());

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What every step in a report's life may say; words of the report itself never stand here. */
const step = z.strictObject({
  year: z.int(),
  from: text.nullish(),
  to: text.nullish(),
  publication: text.nullish(),
  revision: z.int().nullish(),
  version: z.int().nullish(),
  reason: text.nullish(),
  contentHash: hash.nullish(),
  snapshotId: text.nullish(),
  scheduledFor: z.iso.datetime().nullish(),
  source: text.nullish(),
  issueKey: text.nullish(),
  requests: z.int().nullish(),
  /** SHA-256 of the original file. */
  file: hash.nullish(),
});

const grant = z.strictObject({
  login: text,
  role: text,
  agencyId: text.nullish(),
  regionCode: text.nullish(),
});

const account = z.strictObject({ login: text, sessionsRevoked: z.int().nullish() });
const session = z.strictObject({ login: text, address: text.nullish() });
/** A batch of archive copies as a whole; each report's own event stands in its agency's chain. */
const batch = z.strictObject({
  files: z.int().nullish(),
  reports: z.int().nullish(),
  note: text.nullish(),
});
const change = z.strictObject({ changed: z.array(text), note: text.nullish() });

/** The closed list of what the trail can say, each kind with the shape of its facts. */
export const AUDIT_EVENTS = {
  "report.started": step,
  "report.imported": step,
  "report.revision-started": step,
  "report.sent-to-review": step,
  "report.sent-back": step,
  "report.approved": step,
  "report.submitted": step,
  "report.recalled": step,
  "report.returned": step,
  "report.answered": step,
  "report.scheduled": step,
  "report.unscheduled": step,
  "report.published": step,
  "report.withdrawn": step,
  "report.republished": step,
  "report.explained": step,
  "report.dismissed": step,
  "report.redacted": step,
  "report.discarded": step,
  "report.doubts-confirmed": step,
  "report.file-attached": step,
  "report.file-dropped": step,
  "report.archive-loaded": z.strictObject({
    reports: z.int(),
    agencies: z.int(),
    source: text.nullish(),
  }),
  "import.started": batch,
  "import.finished": batch,
  "import.published": batch,
  "import.undone": batch,
  "agency.created": change,
  "agency.changed": change,
  "agency.succeeded": change,
  "user.created": account,
  "user.disabled": account,
  "user.enabled": account,
  "user.password-changed": account,
  "user.granted": grant,
  "user.revoked": grant,
  "identity.signed-in": session,
  "identity.signed-out": session,
  "identity.locked": session,
  "search.run-asked": z.strictObject({ run: z.enum(["reconcile", "rebuild"]) }),
  "settings.changed": change,
  "demo.loaded": z.strictObject({ agencies: z.int(), reports: z.int(), seed: text.nullish() }),
} as const;

export type AuditKind = keyof typeof AUDIT_EVENTS;

/** The facts that an event of this kind may carry. */
export type AuditData<Kind extends AuditKind> = z.input<(typeof AUDIT_EVENTS)[Kind]>;

/** One event before it is chained. `agencyId` chooses the chain: null is the system's. */
export interface AuditEntry<Kind extends AuditKind = AuditKind> {
  kind: Kind;
  actor: { userId: string | null; name: string };
  agencyId: string | null;
  targetType: string;
  targetId: string;
  data: AuditData<Kind>;
  at: Date;
}
