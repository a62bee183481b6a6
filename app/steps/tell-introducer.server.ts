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
 * Tells whoever introduced a mentor that a student found a place with them: no name, no title, no day. A guardian whom no mail
 * reaches in a language they read is told by staff; students and staff read it on their page. Who is no guardian any more hears nothing.
 */
export async function tellIntroducer(
  tx: ScopeTx,
  wiring: Wiring,
  { introduction, now }: { introduction: IntroductionFacts; now: Date },
): Promise<void> {
  const { school_id: schoolId, proposed_by: personId, proposer_language: language } = introduction;
  if (!(await isStillOfSchool(tx, { introduction, now }))) return;
  const mail = await findMailOf(tx, { schoolId, personId });
  if (!mail || !isWrittenIn(language)) return askStaffToTell(tx, { introduction, now });
  const school = await getSchool(tx, schoolId);
  await enqueueMail(tx, {
    kind: "introduction-placed",
    props: {
      familyName: introduction.proposer_name,
      mentorName: introduction.mentor_name,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: await introducePageOf(tx, wiring, { introduction, now }),
    },
    to: { mail, language, personId },
    schoolId,
    dedupeKey: `introduction-placed:${introduction.id}`,
    now,
  });
}

async function askStaffToTell(
  tx: ScopeTx,
  { introduction, now }: { introduction: IntroductionFacts; now: Date },
): Promise<void> {
  if (introduction.proposed_as !== "guardian") return;
  await openTask(tx, {
    schoolId: introduction.school_id,
    kind: "tell_family",
    subject: { noun: "introduction", id: introduction.id },
    props: {
      personId: introduction.proposed_by,
      language: introduction.proposer_language,
      mentor: introduction.mentor_name,
      news: "placed",
    },
    dedupeKey: `tell_family:placed:${introduction.id}`,
    now,
  });
}
