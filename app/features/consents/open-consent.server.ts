import type { Outcome } from "~/domain/outcome";
import { done } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { type ConsentFacts, findConsent } from "~db/consents.server";
import { listStudentInterests } from "~db/people.server";
import { findPursuit, listPursuits } from "~db/pursuits.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { fillTextFor, knownName } from "./fill-text.server";
import { findOwnConsent, type HolderActor } from "./find-own-consent.server";

/** The strongest likes are shown, as many as a host would be told. */
const SHOWN_INTERESTS = 6;

export interface ConsentPage {
  consentId: string;
  state: string;
  purpose: string;
  /** The holder is the student, of 18 or more. */
  isSelf: boolean;
  /** As the reader knows the student. */
  studentName: string;
  /** What a host would be told. */
  toldName: string;
  /** Null while the school has released none in the holder's language. */
  text: { body: string; version: number; language: string } | null;
  interests: string[];
  /** What the student asked for. A holder who may not know whereabouts reads the kind of place only. */
  places: { kind: string; title: string | null; organisation: string | null }[];
  school: { name: string; helpName: string; helpPhone: string };
}

/** What the holder of a consent reads before answering: what would be told about the student, to whom, and who can help. */
export async function openConsent(
  wiring: Wiring,
  actor: HolderActor,
  input: { consentId: string },
): Promise<Outcome<ConsentPage, "not_found" | "no_rights">> {
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const own = await findOwnConsent(tx, actor, { consentId: input.consentId, now, read: findConsent });
    if (!own.ok) return own;
    const { consent, rights, school } = own.value;
    const { mayKnowWhereabouts } = rights;
    const key = { schoolId: school.id, studentId: consent.student_id };
    const likes = (await listStudentInterests(tx, key)).filter((tag) => tag.liked).slice(0, SHOWN_INTERESTS);
    const { text_body: body, text_version: version, text_language: language } = consent;
    const isReadable = consent.text_state === "released" && body !== null && version !== null && language !== null;
    return done({
      consentId: consent.id,
      state: consent.state,
      purpose: consent.purpose,
      isSelf: rights.isSelf,
      studentName: knownName(consent),
      toldName: consent.student_outside_name,
      text: isReadable
        ? { body: await fillTextFor(tx, { body, language, consent, school, mayKnowWhereabouts }), version, language }
        : null,
      interests: likes.map((tag) => tag.interest_id),
      places: (await listPlaces(tx, consent)).map(({ kind, title, organisation_name: organisation }) =>
        mayKnowWhereabouts ? { kind, title, organisation } : { kind, title: null, organisation: null },
      ),
      school: { name: school.name, helpName: school.help_name, helpPhone: school.help_phone },
    });
  });
}

/** The one place a consent is about, or all that wait for it. */
async function listPlaces(tx: ScopeTx, consent: ConsentFacts) {
  const { school_id: schoolId, student_id: studentId, pursuit_id: pursuitId } = consent;
  if (pursuitId === null) return listPursuits(tx, { schoolId, studentId, states: ["approved"] });
  const pursuit = await findPursuit(tx, { schoolId, pursuitId });
  return pursuit ? [pursuit] : [];
}
