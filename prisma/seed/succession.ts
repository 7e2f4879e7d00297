import type { DemoAgency, Succession } from "./model.ts";

/** 机构改革 in the invented province: two changes, so that successors and their series can be seen. */
const YEAR = 2022;
const MERGED = { county: "990101", from: "990101005-government", into: "990101004-government" };
const RENAMED = { county: "990102", town: "990102001-government", name: "样本启明街道办事处" };

/** The organs of a county with its reforms: a merged town ends, a renamed one goes on under a new id. */
export function succeed(
  county: string,
  members: readonly DemoAgency[],
): { members: readonly DemoAgency[]; successions: readonly Succession[] } {
  if (county === MERGED.county) return merged(members);
  if (county === RENAMED.county) return renamed(members);
  return { members, successions: [] };
}

function merged(members: readonly DemoAgency[]) {
  const ended = members.map((agency) =>
    agency.id === MERGED.from ? { ...agency, activeTo: YEAR - 1 } : agency,
  );
  // The one that ends comes first: what it carried over goes to the other.
  return {
    members: ended.toSorted((one, other) => Number(isEnded(other)) - Number(isEnded(one))),
    successions: [
      {
        predecessorId: MERGED.from,
        successorId: MERGED.into,
        kind: "merged" as const,
        year: YEAR,
        note: "乡镇区划调整（演示），撤并后由接收单位继续办理结转事项。",
      },
    ],
  };
}

function renamed(members: readonly DemoAgency[]) {
  const successorId = `${RENAMED.town}-${YEAR}`;
  return {
    members: members.flatMap((agency) =>
      agency.id === RENAMED.town
        ? [
            { ...agency, activeTo: YEAR - 1 },
            {
              ...agency,
              id: successorId,
              name: RENAMED.name,
              aliases: [agency.name],
              activeFrom: YEAR,
            },
          ]
        : [agency],
    ),
    successions: [
      {
        predecessorId: RENAMED.town,
        successorId,
        kind: "renamed" as const,
        year: YEAR,
        note: "撤镇设街道（演示），更名后沿用原有数据序列。",
      },
    ],
  };
}

function isEnded(agency: DemoAgency): boolean {
  return agency.activeTo !== null;
}
