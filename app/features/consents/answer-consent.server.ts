import type { HolderAnswer } from "~/domain/consent/answers";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { AdvanceRefusal } from "~/lifecycle.server";
import type { Wiring } from "~/wiring";
import { listMailsOf } from "~db/consent-holders.server";
import { lockConsent } from "~db/consents.server";
import { checkGuardianCode, guardianCodeMac } from "~db/guardian-codes.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findOwnConsent, type HolderActor, type OwnConsent } from "./find-own-consent.server";
import { type Settled, settleConsent } from "./settle-consent.server";

export interface ConsentAnswer {
  consentId: string;
  answer: HolderAnswer;
  typedName: string;
  relationship: string;
  /** The code the school handed to the guardian; a mailbox link alone does not authenticate. */
  code: string;
  /** Whether this browser belongs to a student: then no guardian signs in it. */
  studentBrowser: boolean;
}

export type ConsentRefusal =
  | AdvanceRefusal
  | "no_rights"
  | "student_browser"
  | "no_released_text"
  | "name_missing"
  | "code_missing"
  | "code_wrong"
  | "code_dead"
  | "code_never_given";

/**
 * The holder of a consent answers it. A yes needs a released text and a typed name, of a guardian also the relationship and
 * the school's code; a no and a change of mind need nothing, because they tell nobody anything. A student of 18 is
 * authenticated by their own session.
 */
export async function answerConsent(
  wiring: Wiring,
  actor: HolderActor,
  input: ConsentAnswer,
): Promise<Outcome<Settled, ConsentRefusal>> {
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const own = await findOwnConsent(tx, actor, { consentId: input.consentId, now, read: lockConsent });
    if (!own.ok) return own;
    if (input.studentBrowser && actor.kind !== "student") return refused("student_browser");
    const { consent, rights, on } = own.value;
    const signed = input.answer === "give" ? await checkSignature(tx, wiring, own.value, input) : done("");
    if (!signed.ok) return signed;
    const mails = await listMailsOf(tx, { schoolId: actor.schoolId, personId: consent.guardian_id });
    const studentMails = await listMailsOf(tx, { schoolId: actor.schoolId, personId: consent.student_id });
    const sameAddressAsStudent = !rights.isSelf && mails.some((mail) => studentMails.includes(mail));
    const proof = [
      actor.kind === "link" ? "mailed link" : "session",
      signed.value,
      sameAddressAsStudent && "same address",
    ];
    return settleConsent(tx, wiring, {
      actor,
      consent,
      answer: input.answer,
      channel: actor.kind === "link" ? "link" : "web",
      language: consent.language,
      signature: { name: input.typedName, relationship: rights.isSelf ? "self" : input.relationship },
      interpreter: "",
      evidence: proof.filter(Boolean).join("; "),
      recordedBy: null,
      sameAddressAsStudent,
      signedOn: on,
      on,
      now,
    });
  });
}

/** What proves a yes: the text that was read, and the code. */
async function checkSignature(
  tx: ScopeTx,
  wiring: Wiring,
  { consent, rights, school }: OwnConsent,
  input: ConsentAnswer,
): Promise<Outcome<string, ConsentRefusal>> {
  if (consent.text_state !== "released") return refused("no_released_text");
  if (input.typedName.trim() === "") return refused("name_missing");
  const text = `text ${consent.text_id} version ${consent.text_version}`;
  if (rights.isSelf) return done(text);
  if (input.relationship.trim() === "") return refused("name_missing");
  if (input.code.trim() === "") return refused("code_missing");
  const key = { schoolId: school.id, guardianId: consent.guardian_id };
  const mac = guardianCodeMac(wiring.env.secret, key.schoolId, key.guardianId, input.code);
  const checked = await checkGuardianCode(tx, { ...key, mac });
  const help = { name: school.help_name, phone: school.help_phone };
  switch (checked.is) {
    case "right":
      return done(`${text}; school code`);
    case "wrong":
      return refused("code_wrong", { left: checked.triesLeft });
    case "dead":
      return refused("code_dead", help);
    case "none":
      return refused("code_never_given", help);
  }
}
