import { done, type Result, refused } from "#lib/platform/result.ts";
import type { ReadRefusal } from "../refusal.ts";
import type { Archive } from "./archive.ts";
import { attributeOf, childrenOf, type Markup, parseMarkup } from "./markup.ts";

/** An office file opened: its main part, and the way to the parts that it names. */
export interface Office {
  root: Markup;
  /** The markup of a part that the main part names by the end of its type (`styles`); null where there is none. */
  related(type: string): Promise<Result<Markup | null, ReadRefusal>>;
  /** The markup of a part that the main part names by its id. */
  relatedById(id: string): Promise<Result<Markup | null, ReadRefusal>>;
  hasMacros: boolean;
}

interface Relation {
  id: string;
  type: string;
  path: string;
}

/** Opens the main part of an office file; an archive that is no office file is refused. */
export async function openOffice(archive: Archive): Promise<Result<Office, ReadRefusal>> {
  const top = await relationsOf(archive, "");
  if (!top.ok) return top;
  const main = top.value.find(({ type }) => type === "officeDocument");
  if (!main) return refusedFor(archive);
  const root = await markupAt(archive, main.path);
  if (!root.ok) return root;
  if (!root.value) return refused("reader.damaged");
  const relations = await relationsOf(archive, main.path);
  if (!relations.ok) return relations;
  const readOne = async (relation: Relation | undefined) =>
    relation ? markupAt(archive, relation.path) : done(null);
  return done({
    root: root.value,
    related: (wanted) => readOne(relations.value.find(({ type }) => type === wanted)),
    relatedById: (wanted) => readOne(relations.value.find(({ id }) => id === wanted)),
    hasMacros: [...archive.paths].some((path) => /vbaProject\.bin$/i.test(path)),
  });
}

/** Documents of other kinds that are archives too are named as what they are: to unpack them would be of no use. */
function refusedFor({ paths }: Archive): Result<never, ReadRefusal> {
  if (paths.has("OFD.xml")) return refused("reader.unsupported", { format: "OFD" });
  if (paths.has("mimetype") && paths.has("content.xml"))
    return refused("reader.unsupported", { format: "ODT/ODS" });
  return refused("reader.archive");
}

async function markupAt(
  archive: Archive,
  path: string,
): Promise<Result<Markup | null, ReadRefusal>> {
  const bytes = await archive.read(path);
  if (!bytes.ok) return bytes;
  return bytes.value ? parseMarkup(bytes.value) : done(null);
}

/** What a part names, files outside the archive left aside: nothing is ever fetched. */
async function relationsOf(
  archive: Archive,
  path: string,
): Promise<Result<Relation[], ReadRefusal>> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const name = path.slice(folder.length);
  const markup = await markupAt(archive, `${folder}_rels/${name}.rels`);
  if (!markup.ok) return markup;
  const found = childrenOf(markup.value ?? undefined, "Relationship").flatMap((one) => {
    const target = attributeOf(one, "Target");
    if (!target || attributeOf(one, "TargetMode") === "External") return [];
    const type = attributeOf(one, "Type") ?? "";
    return [
      {
        id: attributeOf(one, "Id") ?? "",
        type: type.slice(type.lastIndexOf("/") + 1),
        path: resolve(folder, target),
      },
    ];
  });
  return done(found);
}

/** A target is a path inside the archive, from its top or from the folder of the part that names it. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
