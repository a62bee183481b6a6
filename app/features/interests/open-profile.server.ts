import type { StudentActor } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { withScope } from "~db/scope.server";
import { type ProfileView, readProfile } from "./read-profile.server";

/** A student's own page about what they like. */
export async function openProfile(wiring: Wiring, actor: StudentActor): Promise<ProfileView> {
  const { schoolId, personId: studentId } = actor;
  return withScope(wiring, actor, (tx) => readProfile(tx, { schoolId, studentId }));
}
