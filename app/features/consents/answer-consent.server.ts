import { civilDate } from "~/clock";
import type { GuardianActor, LinkActor } from "~/domain/actor";
import { validUntil } from "~/domain/consent/validity";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AdvanceRefusal, advance } from "~/lifecycle.server";
import { afterConsentGiven, afterConsentRefused } from "~/steps/consent-effects.server";
import type { Wiring } from "~/wiring";
import { findConsent } from "~db/consents.server";
import { checkGuardianCode, guardianCodeMac } from "~db/guardian-codes.server";
import { findGuardianLink } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export interface ConsentAnswer {
  consentId: string;
  answer: "agree" | "refuse";
  typedName: string;
  relationship: string;
  /** The code the school handed to the guardian; a mailbox link alone does not authenticate. */
  code: string;
  /** Whether this browser also holds a student's session of the same school: then signing is refused. */
  studentSessionHere: boolean;
}

export type ConsentRefusal =
  | AdvanceRefusal
  | "student_browser"
  | "no_released_text"
  | "code_wrong"
  | "code_dead"
  | "code_never_given"
  | "name_missing";

/** A guardian answers from a mailed link or signed in. A refusal needs no code; a yes needs name, relationship and code. */
export async function answerConsent(
  wiring: Wiring,
  actor: LinkActor | GuardianActor,
  input: ConsentAnswer,
): Promise<Outcome<{ state: string; contacted: number }, ConsentRefusal>> {
  if (actor.kind === "link" && (actor.linkKind !== "consent" || actor.subjectId !== input.consentId))
    return refused("not_found");
  if (input.studentSessionHere) return refused("student_browser");
  return withScope(wiring, actor, (tx) => answerInScope(tx, wiring, actor, input));
}

async function answerInScope(
  tx: ScopeTx,
  wiring: Wiring,
  actor: LinkActor | GuardianActor,
  input: ConsentAnswer,
): Promise<Outcome<{ state: string; contacted: number }, ConsentRefusal>> {
  const now = wiring.clock.now();
  const { schoolId } = actor;
  const consent = await findConsent(tx, { schoolId, consentId: input.consentId });
  if (!consent || consent.guardian_id !== actor.personId) return refused("not_found");
  const school = await getSchool(tx, schoolId);
  const on = civilDate(now, school.time_zone);
  const link = await findGuardianLink(tx, {
    schoolId,
    studentId: consent.student_id,
    guardianId: consent.guardian_id,
    on,
  });
  if (!link?.may_consent) return refused("not_permitted");
  const common = { actor, noun: "consent", id: consent.id, now } as const;
  const answered = {
    answered_at: now.toISOString(),
    channel: actor.kind === "link" ? "link" : "web",
    signed_name: input.typedName,
    signed_relationship: input.relationship,
  };
  if (input.answer === "refuse") {
    const moved = await advance(tx, { ...common, move: "refuse", met: [], notices: silentNotices(), set: answered });
    if (!moved.ok) return moved;
    await afterConsentRefused(tx, wiring, { actor, consent, on, now });
    return done({ state: moved.value.to, contacted: 0 });
  }
  if (input.typedName.trim() === "" || input.relationship.trim() === "") return refused("name_missing");
  if (!consent.text_id) return refused("no_released_text");
  const mac = guardianCodeMac(wiring.env.secret, schoolId, consent.guardian_id, input.code);
  const checked = await checkGuardianCode(tx, { schoolId, guardianId: consent.guardian_id, mac });
  if (checked !== "right")
    return refused(checked === "wrong" ? "code_wrong" : checked === "dead" ? "code_dead" : "code_never_given");
  const moved = await advance(tx, {
    ...common,
    move: "give",
    met: ["guardian_authenticated", "disclosing_channel"],
    notices: { student: async () => {} },
    set: { ...answered, valid_until: validUntil(consent.purpose, on) },
    act: { language: consent.language },
  });
  if (!moved.ok) return moved;
  return done({ state: moved.value.to, contacted: await afterConsentGiven(tx, wiring, { actor, consent, on, now }) });
}

/** `afterConsentRefused` tells student and coordinators per pursuit, which says more than one mail about the consent would. */
function silentNotices() {
  return { student: async () => {}, coordinators: async () => {} };
}
