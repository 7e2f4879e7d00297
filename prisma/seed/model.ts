import type { Scope } from "#lib/editions/content.ts";
import type { Department } from "./departments.ts";

/** One organ that took over from another. */
export interface Succession {
  predecessorId: string;
  successorId: string;
  kind: "merged" | "renamed";
  /** First year in which the successor owes the report. */
  year: number;
  note: string;
}

export type DemoLevel = "province" | "city" | "county" | "township";

export interface DemoRegion {
  code: string;
  name: string;
  level: DemoLevel;
  parentCode: string | null;
  path: readonly string[];
}

export interface DemoAgency {
  id: string;
  name: string;
  aliases: readonly string[];
  kind: "government" | "office" | "department" | "township";
  level: DemoLevel;
  regionCode: string;
  parentId: string | null;
  usualScope: Scope;
  activeFrom: number | null;
  activeTo: number | null;
  department: Department | null;
}

/** A government with the organs whose figures its own report adds up. */
export interface Family {
  region: DemoRegion;
  /** The towns of a county. */
  towns: readonly DemoRegion[];
  government: DemoAgency;
  members: readonly DemoAgency[];
  successions: readonly Succession[];
}
