import type { MentorActor } from "~/domain/actor";
import { type Role, roleOf } from "~/domain/role";
import type { Wiring } from "~/wiring";
import {
  findMemberOfOrganisation,
  findMemberOfSchool,
  listHelpOfOrganisation,
  type SchoolHelp,
} from "~db/members.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import type { MemberActor } from "./find-session.server";

export interface DescribedMember {
  /** The name they use. */
  name: string;
  role: Role;
  /** Name of the school, or of a mentor's organisation. */
  place: string;
  /** Who answers their questions: at their school, or at each to which a mentor's organisation offers something. */
  help: SchoolHelp[];
}

/** Whom the head of the page greets. Somebody whose record was erased keeps the role and loses the name. */
export async function describeMember(wiring: Wiring, actor: MemberActor): Promise<DescribedMember> {
  return withScope(wiring, actor, async (tx) => {
    const { found, help } = actor.kind === "mentor" ? await ofOrganisation(tx, actor) : await ofSchool(tx, actor);
    return { name: found?.name ?? "", role: roleOf(actor), place: found?.place ?? "", help };
  });
}

async function ofSchool(tx: ScopeTx, actor: Exclude<MemberActor, { kind: "mentor" }>) {
  const found = await findMemberOfSchool(tx, actor);
  return { found, help: found ? [{ school: found.place, name: found.helpName, phone: found.helpPhone }] : [] };
}

async function ofOrganisation(tx: ScopeTx, actor: MentorActor) {
  return { found: await findMemberOfOrganisation(tx, actor), help: await listHelpOfOrganisation(tx, actor) };
}
