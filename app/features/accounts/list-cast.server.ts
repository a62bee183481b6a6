import type { Role } from "~/domain/role";
import type { Wiring } from "~/wiring";
import { listMembershipsOf } from "~db/accounts.server";
import {
  type CastAccount,
  type CastAccountKey,
  castMembers,
  castOrganisations,
  hasAccount,
  sampleSchools,
} from "~db/cast";
import { withIdentity } from "~db/scope.server";

export interface CastLine {
  key: CastAccountKey;
  name: string;
  role: Role;
  note: string;
  /** A mentor's organisation; empty for people of a school. */
  organisation: string;
}

export interface CastGroup {
  /** Name of a school, or empty for the mentors, who belong to organisations. */
  place: string;
  people: CastLine[];
}

/** The named people of the sample schools that are in this database, for signing in as one of them. Local mode only. */
export async function listCast(wiring: Wiring): Promise<CastGroup[]> {
  if (wiring.env.mode !== "local") return [];
  const members = castMembers.filter(hasAccount);
  const accountIds = [...new Set(members.map((member) => member.accountId))];
  const rows = await withIdentity(wiring, (tx) => listMembershipsOf(tx, { accountIds, now: wiring.clock.now() }));
  const present = new Set(rows.map((row) => `${row.account_id} ${row.person_id}`));
  const found = members.filter((member) => present.has(`${member.accountId} ${member.personId}`));
  const groups = Object.entries(sampleSchools).map(([slug, { name }]) => ({
    place: name,
    people: found.filter((member) => member.role !== "mentor" && member.school === slug).map(lineOf),
  }));
  return [...groups, { place: "", people: found.filter((member) => member.role === "mentor").map(lineOf) }].filter(
    (group) => group.people.length > 0,
  );
}

function lineOf(member: CastAccount): CastLine {
  const organisation = member.role === "mentor" ? castOrganisations[member.organisation].name : "";
  return { key: member.key as CastAccountKey, name: member.name, role: member.role, note: member.note, organisation };
}
