import { z } from "zod";

const figure = z.number().nullable();

/** A public report as search knows it: what is shown of a hit, and what every engine is fed from. */
export const searchDocument = z.object({
  id: z.uuid(),
  hash: z.string(),
  title: z.string(),
  agencyId: z.string(),
  agency: z.string(),
  /** Short, former and other names. */
  aliases: z.array(z.string()),
  /** From the province down to the agency's own. */
  region: z.array(z.object({ code: z.string(), name: z.string() })),
  year: z.number().int(),
  level: z.enum(["national", "province", "city", "county", "township"]),
  kind: z.enum(["government", "office", "department", "township", "other"]),
  scope: z.enum(["organ", "government", "area"]),
  edition: z.string().nullable(),
  check: z.enum(["pass", "warn", "fail", "unknown"]),
  checksFail: z.number().int(),
  indexNumber: z.string().nullable(),
  documentNumber: z.string().nullable(),
  publishedAt: z.string(),
  synthetic: z.boolean(),
  summarised: z.boolean(),
  figures: z.object({
    received: figure,
    granted: figure,
    // Documents kept before there were shares have none until they are made anew.
    grantedShare: figure.default(null),
    refused: figure,
    reconsideration: figure,
    litigation: figure,
  }),
  sections: z.array(
    z.object({ key: z.string(), heading: z.string().nullable(), text: z.string() }),
  ),
});

/** The same without its prose. */
export const shownRow = searchDocument.omit({ sections: true });
export type ShownRow = z.infer<typeof shownRow>;

export type SearchDocument = z.infer<typeof searchDocument>;
