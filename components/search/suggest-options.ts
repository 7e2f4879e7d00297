/** What `/api/v1/suggest` answers, as far as the list under the search box shows it. */
export interface Suggested {
  agencies: readonly { id: string; name: string; place: readonly string[] }[];
  regions: readonly { code: string; name: string; place: readonly string[] }[];
  reports: readonly { id: string; title: string; agencyId: string; year: number }[];
}

export type GroupName = keyof Suggested;

export interface Option {
  /** Unique in the list. */
  id: string;
  group: GroupName;
  label: string;
  /** Where it is, smaller beside the label. */
  detail: string;
  path: string;
}

const agencyPath = (id: string) => `/agencies/${encodeURIComponent(id)}`;

/** All suggestions as one list, in the order in which the arrows go through them. */
export function optionsOf({ agencies, regions, reports }: Suggested): Option[] {
  const above = (place: readonly string[], name: string) =>
    place.filter((each) => each !== name).join(" ");
  return [
    ...agencies.map(
      ({ id, name, place }): Option => ({
        id: `agency-${id}`,
        group: "agencies",
        label: name,
        detail: above(place, name),
        path: agencyPath(id),
      }),
    ),
    ...regions.map(
      ({ code, name, place }): Option => ({
        id: `region-${code}`,
        group: "regions",
        label: name,
        detail: above(place, name),
        path: `/reports?region=${encodeURIComponent(code)}`,
      }),
    ),
    ...reports.map(
      ({ id, title, agencyId, year }): Option => ({
        id: `report-${id}`,
        group: "reports",
        label: title,
        detail: "",
        path: `${agencyPath(agencyId)}/${year}`,
      }),
    ),
  ];
}

/** The option that an arrow leads to; -1 is the box itself, which lies between the last and the first. */
export function moved(active: number, step: 1 | -1, count: number): number {
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}
