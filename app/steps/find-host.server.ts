import { actInSchool, type LinkActor, type MentorActor, type MentorInSchool } from "~/domain/actor";
import type { Wiring } from "~/wiring";
import { findDisclosure } from "~db/disclosures.server";
import { findMentor } from "~db/people.server";
import { withScope } from "~db/scope.server";

export type Host = MentorInSchool | (LinkActor & { organisationId: string });
export type Disclosure = NonNullable<Awaited<ReturnType<typeof findDisclosure>>>;

/**
 * Who acts for a host on one pursuit, and what the host was told: the proof is the link's own subject, or a disclosure to the
 * mentor's organisation that was not withdrawn. Undefined for everybody else and for a suspended mentor. The bearer of a link
 * stays the host after the disclosure was withdrawn, and reads nothing about the student any more.
 */
export async function findHost(
  wiring: Wiring,
  actor: MentorActor | LinkActor,
  pursuitId: string,
): Promise<{ host: Host; disclosure: Disclosure | undefined } | undefined> {
  if (actor.kind === "link" && (actor.linkKind !== "first-contact" || actor.subjectId !== pursuitId)) return undefined;
  const { organisationId } = actor;
  if (organisationId === null) return undefined;
  const { districtId } = actor;
  const mentorId = actor.kind === "link" ? actor.personId : actor.mentorId;
  const found = await withScope(wiring, actor, async (tx) => {
    const mentor = mentorId ? await findMentor(tx, { districtId, mentorId }) : undefined;
    return mentor?.suspended_at ? undefined : { disclosure: await findDisclosure(tx, { organisationId, pursuitId }) };
  });
  if (!found) return undefined;
  const { disclosure } = found;
  if (actor.kind === "link") return { host: { ...actor, organisationId }, disclosure };
  return disclosure && { host: actInSchool(actor, { schoolId: disclosure.school_id }), disclosure };
}
