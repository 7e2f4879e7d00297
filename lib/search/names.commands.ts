import { createHash } from "node:crypto";
import { db } from "#lib/platform/db.ts";
import { standingOf } from "./document.ts";
import type { SearchDocument } from "./shown.ts";
import { type Spelled, spelledAgency, spelledRegion } from "./suggest-words.ts";

/** Rises when names are spelled out in another way. */
const NAMES_VERSION = 1;

interface NameRow {
  kind: "agency" | "region";
  key: string;
  name: string;
  standing: number;
  hash: string;
  spelled: () => Spelled;
}

const hashOf = (...parts: unknown[]) =>
  createHash("sha256")
    .update(JSON.stringify([NAMES_VERSION, ...parts]))
    .digest("base64url");

function rowsOf(documents: readonly SearchDocument[]): NameRow[] {
  const agencies = documents.map(({ agencyId, agency, aliases, region, kind }): NameRow => {
    const place = region.at(-1)?.name ?? "";
    const names = [agency, ...aliases];
    return {
      kind: "agency",
      key: agencyId,
      name: agency,
      standing: standingOf(kind, region.length),
      hash: hashOf(names, place, kind, region.length),
      spelled: () => spelledAgency(names, place),
    };
  });
  const regions = documents.flatMap(({ region }) =>
    region.map(
      ({ code, name }, depth): NameRow => ({
        kind: "region",
        key: code,
        name,
        standing: (depth + 1) * 8,
        hash: hashOf(name, depth),
        spelled: () => spelledRegion(name),
      }),
    ),
  );
  return [
    ...new Map([...agencies, ...regions].map((row) => [`${row.kind}/${row.key}`, row])).values(),
  ];
}

/** Keeps the names of these reports' agencies and regions for suggestions; what is there already is left alone. */
export async function keepNames(documents: readonly SearchDocument[]): Promise<void> {
  const rows = rowsOf(documents);
  const known = await db().searchName.findMany({
    where: { key: { in: rows.map(({ key }) => key) } },
    select: { kind: true, key: true, hash: true },
  });
  const hashes = new Map(known.map(({ kind, key, hash }) => [`${kind}/${key}`, hash]));
  // In one order in every process, so that two writers never wait for each other.
  const fresh = rows
    .filter(({ kind, key, hash }) => hashes.get(`${kind}/${key}`) !== hash)
    .sort((a, b) => (`${a.kind}/${a.key}` < `${b.kind}/${b.key}` ? -1 : 1));
  if (fresh.length === 0) return;
  const spelled = fresh.map((row) => row.spelled());
  await db().$executeRaw`
    INSERT INTO "SearchName" (kind, key, name, forms, tokens, standing, hash)
    SELECT n.kind::"NameKind", n.key, n.name, n.forms, array_to_tsvector(string_to_array(n.tokens, ' ')), n.standing, n.hash
    FROM unnest(${fresh.map(({ kind }) => kind)}::text[], ${fresh.map(({ key }) => key)}::text[],
      ${fresh.map(({ name }) => name)}::text[], ${spelled.map(({ forms }) => forms.join("\n"))}::text[],
      ${spelled.map(({ tokens }) => tokens.join(" "))}::text[], ${fresh.map(({ standing }) => standing)}::int[],
      ${fresh.map(({ hash }) => hash)}::text[]) AS n(kind, key, name, forms, tokens, standing, hash)
    ON CONFLICT (kind, key) DO UPDATE SET name = EXCLUDED.name, forms = EXCLUDED.forms, tokens = EXCLUDED.tokens,
      standing = EXCLUDED.standing, hash = EXCLUDED.hash`;
}
