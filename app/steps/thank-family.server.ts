import type { Wiring } from "~/wiring";
import type { IntroductionFacts } from "~db/introductions.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { introducePageOf, isStillOfSchool } from "./introduce-link.server";
import { isMailed, mailOrAskStaff } from "./mail-or-ask.server";

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
  const { id, school_id: schoolId, proposed_by: personId, proposer_language: language } = introduction;
  const mail = await findMailOf(tx, { schoolId, personId });
  const isSent = isMailed({ mail, language });
  if (!isSent && introduction.proposed_as !== "guardian") return;
  const school = await getSchool(tx, schoolId);
  await mailOrAskStaff(
    tx,
    {
      kind: "introduction-thanks",
      props: {
        familyName: introduction.proposer_name,
        mentorName,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        // What a person says needs no link that acts for whoever holds it.
        link: isSent ? await introducePageOf(tx, wiring, { introduction, now }) : `${wiring.env.origin}/introduce`,
      },
      to: { mail, language, personId },
      schoolId,
      dedupeKey: `introduction-thanks:${id}`,
      now,
    },
    {
      kind: "thank_family",
      subject: { noun: "introduction", id },
      props: { guardian: introduction.proposer_full_name, mentor: mentorName },
      dedupeKey: `thank_family:${id}`,
    },
  );
}
