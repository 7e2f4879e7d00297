"use server";

import { guarded } from "#lib/identity/guarded-action.ts";
import { startFromIntake } from "#lib/intake/commands.ts";
import { intakeSchema } from "#lib/intake/schema.ts";

export const startAction = guarded(intakeSchema, ({ actor, input, now }) =>
  startFromIntake(actor, input, now),
);
