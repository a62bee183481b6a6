import type { Actor, GuardianActor, StaffActor, StudentActor } from "~/domain/actor";
import { endOfTaskId, readLetterCode } from "~/domain/notice/letter-code";
import { done, type Outcome, refused } from "~/domain/outcome";
import { readInvitationCode } from "~/domain/people/invitation";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { findConsentIdByLetter } from "~db/consent-letters.server";
import { findConsent } from "~db/consents.server";
import { invitationCodeHash } from "~db/invitations.server";
import { findLinkByHash } from "~db/links.server";
import { type ScopeTx, withIdentity, withScope } from "~db/scope.server";
import { findTaskByLetter } from "~db/staff-tasks.server";

/** What a letter is of: a request for consent, something somebody is told, or the invitation of a person. */
export interface FoundLetter {
  of: "consent" | "task" | "person";
  id: string;
}

type Reader = StaffActor | GuardianActor | StudentActor;

/**
 * What the code on a printed letter belongs to: for coordinators of the school any letter of theirs, for a guardian or student
 * their own one. Codes are typed or scanned, so anything may come.
 */
export async function findLetter(
  wiring: Wiring,
  actor: Actor,
  { letterCode }: { letterCode: string },
): Promise<Outcome<FoundLetter, "not_permitted" | "not_found">> {
  if (!isReader(actor)) return refused("not_permitted");
  const code = readLetterCode(letterCode);
  if (code === null) return refused("not_found");
  const found =
    (await withScope(wiring, actor, (tx) => findOwn(tx, { actor, code }))) ??
    (actor.kind === "staff" ? await findInvited(wiring, { actor, code }) : undefined);
  return found ? done(found) : refused("not_found");
}

const isReader = (actor: Actor): actor is Reader =>
  actor.kind === "staff" ? mayDecidePursuits(actor) : actor.kind === "guardian" || actor.kind === "student";

interface Asked<A> {
  actor: A;
  code: string;
}

async function findOwn(tx: ScopeTx, { actor, code }: Asked<Reader>): Promise<FoundLetter | undefined> {
  const { schoolId } = actor;
  const mayRead = (to: unknown) => actor.kind === "staff" || to === actor.personId;
  const consentId = await findConsentIdByLetter(tx, { schoolId, letterCode: code });
  if (consentId !== undefined) {
    const consent = await findConsent(tx, { schoolId, consentId });
    return mayRead(consent?.guardian_id) ? { of: "consent", id: consentId } : undefined;
  }
  const idEndsIn = endOfTaskId(code);
  const task = idEndsIn === null ? undefined : await findTaskByLetter(tx, { schoolId, idEndsIn });
  const told = task && (task.props as { personId?: string }).personId;
  return task && mayRead(told) ? { of: "task", id: task.id } : undefined;
}

/** Of a letter with an invitation only the hash of its code is kept. It may be used up: the page of its person says so. */
async function findInvited(wiring: Wiring, { actor, code }: Asked<StaffActor>): Promise<FoundLetter | undefined> {
  const read = readInvitationCode(code);
  if (read === null) return undefined;
  const link = await withIdentity(wiring, (tx) => findLinkByHash(tx, invitationCodeHash(wiring.env.secret, read)));
  if (!link?.person_id || link.kind !== "join" || link.school_id !== actor.schoolId) return undefined;
  return { of: "person", id: link.person_id };
}
