import { type Role, roleOf } from "~/domain/role";
import type { Wiring } from "~/wiring";
import { findMemberOfOrganisation, findMemberOfSchool } from "~db/members.server";
import { withScope } from "~db/scope.server";
import type { MemberActor } from "./find-session.server";

export interface DescribedMember {
  /** The name they use. */
  name: string;
  role: Role;
  /** Name of the school, or of a mentor's organisation. */
  place: string;
}

/** Whom the head of the page greets. Somebody whose record was erased keeps the role and loses the name. */
export async function describeMember(wiring: Wiring, actor: MemberActor): Promise<DescribedMember> {
  const found = await withScope(wiring, actor, (tx) =>
    actor.kind === "mentor" ? findMemberOfOrganisation(tx, actor) : findMemberOfSchool(tx, actor),
  );
  return { name: found?.name ?? "", role: roleOf(actor), place: found?.place ?? "" };
}
