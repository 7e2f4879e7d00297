"use server";

import { guarded } from "#lib/identity/guarded-action.ts";
import { attachFromIntake } from "#lib/intake/commands-file.ts";
import { otherFileSchema } from "#lib/intake/schema.ts";
import { dropFile } from "#lib/reports/commands-file.ts";
import { dropFileSchema } from "#lib/reports/schema.ts";

export const attachFileAction = guarded(otherFileSchema, ({ actor, input, now }) =>
  attachFromIntake(actor, input, now),
);
export const dropFileAction = guarded(dropFileSchema, ({ actor, input, now }) =>
  dropFile(actor, input, now),
);
