import type { Wiring } from "~/wiring";
import type { IntroductionFacts } from "~db/introductions.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import { isWrittenIn } from "~emails/catalogue";
import { introducePageOf, isStillOfSchool } from "./introduce-link.server";

/**
 * Thanks whoever proposed a mentor who has accepted, in their language; a guardian whom no mail reaches in it, by a task for staff. Who
 * is no guardian any more hears nothing.
 */
export async function thankFamily(
  tx: ScopeTx,
  wiring: Wiring,
  { introduction, mentorName, now }: { introduction: IntroductionFacts; mentorName: string; now: Date },
): Promise<void> {
  if (!(await isStillOfSchool(tx, { introduction, now }))) return;
  const mail = await findMailOf(tx, { schoolId: introduction.school_id, personId: introduction.proposed_by });
  if (!mail || !isWrittenIn(introduction.proposer_language))
    return thankByPerson(tx, { introduction, mentorName, now });
  const school = await getSchool(tx, introduction.school_id);
  await enqueueMail(tx, {
    kind: "introduction-thanks",
    props: {
      familyName: introduction.proposer_name,
      mentorName,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: await introducePageOf(tx, wiring, { introduction, now }),
    },
    to: { mail, language: introduction.proposer_language, personId: introduction.proposed_by },
    schoolId: introduction.school_id,
    dedupeKey: `introduction-thanks:${introduction.id}`,
    now,
  });
}

/** Students and staff see it on their page when they sign in; a family may never do that. */
async function thankByPerson(
  tx: ScopeTx,
  { introduction, mentorName, now }: { introduction: IntroductionFacts; mentorName: string; now: Date },
): Promise<void> {
  if (introduction.proposed_as !== "guardian") return;
  await openTask(tx, {
    schoolId: introduction.school_id,
    kind: "thank_family",
    subject: { noun: "introduction", id: introduction.id },
    props: {
      guardian: introduction.proposer_full_name,
      language: introduction.proposer_language,
      mentor: mentorName,
    },
    dedupeKey: `thank_family:${introduction.id}`,
    now,
  });
}
