const CONTROLS = /\p{Cc}/gu;
const LONGEST_ID = 64;

/** The id of an agency as a segment of an address spells it (percent-encoded); null where no agency can have it. */
export function agencyIdIn(segment: string): string | null {
  const id = decoded(segment);
  if (id === null || id === "" || id.length > LONGEST_ID) return null;
  return id.search(CONTROLS) < 0 ? id : null;
}

/** One word of an address's query, cut to a length, without the characters that a database's text cannot hold. */
export function wordIn(value: string | string[] | undefined, longest: number): string {
  const [first = ""] = Array.isArray(value) ? value : [value];
  return first.replaceAll(CONTROLS, "").trim().slice(0, longest).toWellFormed();
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch (fault) {
    // `%` alone: an address may say anything.
    if (fault instanceof URIError) return null;
    throw fault;
  }
}
