import type { Wiring } from "~/wiring";
import type { IntroductionFacts } from "~db/introductions.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { introducePageOf, isStillOfSchool } from "./introduce-link.server";
import { isMailed, mailOrAskStaff } from "./mail-or-ask.server";

/**
 * Tells whoever introduced a mentor that a student found a place with them: no name, no title, no day. A guardian whom no mail
 * reaches in a language they read is told by staff; students and staff read it on their page. Who is no guardian any more hears nothing.
 */
export async function tellIntroducer(
  tx: ScopeTx,
  wiring: Wiring,
  { introduction, now }: { introduction: IntroductionFacts; now: Date },
): Promise<void> {
  const { id, school_id: schoolId, proposed_by: personId, proposer_language: language } = introduction;
  if (!(await isStillOfSchool(tx, { introduction, now }))) return;
  const mail = await findMailOf(tx, { schoolId, personId });
  const isSent = isMailed({ mail, language });
  if (!isSent && introduction.proposed_as !== "guardian") return;
  const school = await getSchool(tx, schoolId);
  await mailOrAskStaff(
    tx,
    {
      kind: "introduction-placed",
      props: {
        familyName: introduction.proposer_name,
        mentorName: introduction.mentor_name,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        // What a person says needs no link that acts for whoever holds it.
        link: isSent ? await introducePageOf(tx, wiring, { introduction, now }) : `${wiring.env.origin}/introduce`,
      },
      to: { mail, language, personId },
      schoolId,
      dedupeKey: `introduction-placed:${id}`,
      now,
    },
    {
      kind: "tell_family",
      subject: { noun: "introduction", id },
      props: { mentor: introduction.mentor_name, news: "placed" },
      dedupeKey: `tell_family:placed:${id}`,
    },
  );
}
