import { fold } from "#lib/chinese/fold.ts";
import { shortForms, stemOf } from "#lib/chinese/names.ts";

/** One region at the front of a name, as far as its suffix; a suffix never is the first or second character. */
const REGION =
  /^\p{Script=Han}{2,18}?(?:自治[区州县旗]|特别行政区|地区|街道|省|市|区|县|旗|州|盟|镇|乡)/u;
/** Words of organs in which such a suffix stands. */
const NO_REGION = /城乡|市场|政府|[局厅]/u;

interface Agency {
  name: string;
  regionName: string;
}

/**
 * The agency a file names, where it clearly is none of the draft's: neither name is part of the other, in full or for
 * short, and the smallest regions they name have different stems. Null where it is the same, may be, or names nobody.
 */
export function otherAgency(printed: string | null, agency: Agency): string | null {
  const found = plain(printed ?? "");
  if (found === "") return null;
  const own = plain(agency.name);
  if (called(found).some((one) => called(own).some((other) => isPart(one, other)))) return null;
  const place = stemIn(found);
  if (place === null && stemIn(own) !== null) return null;
  const home = stemIn(own) ?? (place === null ? null : stemIn(plain(agency.regionName)));
  return place !== null && home !== null && isPart(place, home) ? null : printed;
}

const plain = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, "");
const called = (name: string) => [name, ...shortForms(name)];
const isPart = (one: string, other: string) => one.includes(other) || other.includes(one);

/** The stem of the smallest region that a name begins with: 玉溪市元江县人民政府 → 元江. */
function stemIn(name: string): string | null {
  let [rest, stem] = [name, null as string | null];
  for (;;) {
    const region = REGION.exec(rest)?.[0];
    if (region === undefined || NO_REGION.test(region)) return stem;
    stem = stemOf(region);
    rest = rest.slice(region.length);
  }
}
