"use server";

import { z } from "zod";
import { guarded } from "#lib/identity/guarded-action.ts";
import {
  publish,
  republish,
  returnToAgency,
  schedulePublication,
  unschedule,
  withdraw,
} from "#lib/reports/commands-publication.ts";
import {
  reasonSchema,
  returnSchema,
  scheduleSchema,
  seenSnapshotSchema,
  stepSchema,
} from "#lib/reports/schema.ts";

/** What a browser's date-and-time field sends is Chinese time, wherever server and browser stand. */
const chineseTime = z.iso
  .datetime({ local: true })
  .or(z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))
  .transform((local) => new Date(`${local}+08:00`));

export const publishAction = guarded(seenSnapshotSchema, ({ actor, input, now }) =>
  publish(actor, input, now),
);
export const scheduleAction = guarded(
  scheduleSchema.extend({ at: chineseTime }),
  ({ actor, input, now }) => schedulePublication(actor, input, now),
);
export const unscheduleAction = guarded(stepSchema, ({ actor, input, now }) =>
  unschedule(actor, input, now),
);
export const returnAction = guarded(returnSchema, ({ actor, input, now }) =>
  returnToAgency(actor, input, now),
);
export const withdrawAction = guarded(reasonSchema, ({ actor, input, now }) =>
  withdraw(actor, input, now),
);
export const republishAction = guarded(stepSchema, ({ actor, input, now }) =>
  republish(actor, input, now),
);
