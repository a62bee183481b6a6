import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { isWaiting } from "~/domain/introduction/lifecycle";
import { type Unreached, whyUnreached } from "~/domain/mail/unreached";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import type { Wiring } from "~/wiring";
import { listForbiddenStudents } from "~db/forbidden-pairs.server";
import { findHostOffer } from "~db/host-offers.server";
import { findIntroduction, type IntroductionFacts } from "~db/introductions.server";
import { findKnownMentor, type KnownMentor, listMentorsReachedBy } from "~db/known-mentors.server";
import { listSamePerson } from "~db/same-person.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findUnreachedInvitation } from "~db/unreached-mails.server";
import { findObstacle, type Obstacle } from "./find-obstacle.server";
import { listOpenQuestions } from "./list-open-questions.server";
import { listRelatives } from "./list-relatives.server";

export interface IntroductionReview {
  introduction: IntroductionFacts;
  /** The mentor of the district whom the address reaches already; null for the one this introduction made. */
  known: KnownMentor | null;
  obstacle: Obstacle | null;
  languages: readonly string[];
  kinship: Kinship | null;
  host: HostOffer | null;
  /** Why the invitation reached nobody, when; null when it is on its way or has arrived. */
  unreached: { why: Unreached; detail: string; at: string } | null;
  /** What they asked and nobody has answered yet. */
  questions: readonly string[];
  timeZone: string;
  /** Other introductions that seem to be of the same person, while this one waits. */
  same: Awaited<ReturnType<typeof listSamePerson>>;
}

/** What came of a yes so far: their work, what they offer without a placement, the placement they lead. */
export type HostOffer = NonNullable<Awaited<ReturnType<typeof findHostOffer>>>;

/** Whose relative the mentor was said to be, for staff: all of them until somebody is a mentor, then those still kept apart. */
export interface Kinship {
  /** `later`: nobody is a mentor yet; `apart`: a coordinator has to decide; `decided`: none is kept apart any more. */
  is: "later" | "apart" | "decided";
  students: readonly string[];
}

/** One introduction for the coordinator's review, with what the district knows of the address. */
export async function openIntroduction(
  wiring: Wiring,
  actor: Actor,
  { introductionId }: { introductionId: string },
): Promise<Outcome<IntroductionReview, "not_permitted" | "not_found">> {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const introduction = await findIntroduction(tx, { schoolId, introductionId });
    if (!introduction) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const known = await findKnownMentor(tx, { districtId, mail: introduction.mentor_mail, on });
    return done({
      introduction,
      known: known && introduction.mentor_id === null ? known : null,
      obstacle: (await findObstacle(tx, { introduction, known })) ?? null,
      languages: [...new Set([...school.languages, "en"])],
      kinship: await readKinship(tx, { introduction, on }),
      host: (await findHostOffer(tx, introduction)) ?? null,
      unreached: introduction.state === "invited" ? await readUnreached(tx, { schoolId, introductionId }) : null,
      questions: await listOpenQuestions(tx, { schoolId, introductionId }),
      timeZone: school.time_zone,
      same: isWaiting(introduction.state) ? await listSamePerson(tx, introduction) : [],
    });
  });
}

async function readUnreached(tx: ScopeTx, key: { schoolId: string; introductionId: string }) {
  const mail = await findUnreachedInvitation(tx, key);
  if (!mail) return null;
  const detail = mail.arrival === null ? (mail.last_error ?? "") : "";
  return { why: whyUnreached(mail), detail, at: mail.sent_at ?? mail.created_at };
}

async function readKinship(
  tx: ScopeTx,
  { introduction, on }: { introduction: IntroductionFacts; on: string },
): Promise<Kinship | null> {
  const relatives = await listRelatives(tx, { introduction, on });
  if (relatives.length === 0) return null;
  const { school_id: schoolId, district_id: districtId, mentor_mail: mail, mentor_phone: phone } = introduction;
  const made = introduction.mentor_id;
  const mentors = made ? [made] : (await listMentorsReachedBy(tx, { districtId, mail, phone })).map(({ id }) => id);
  const apart = await listForbiddenStudents(tx, { schoolId, mentorIds: mentors });
  const is = mentors.length === 0 ? "later" : apart.length === 0 ? "decided" : "apart";
  const shown = is === "apart" ? relatives.filter((each) => apart.includes(each.student_id)) : relatives;
  return { is, students: shown.map((each) => each.full_name) };
}
