import type { Wiring } from "~/wiring";
import type { IntroductionFacts } from "~db/introductions.server";
import { enqueueMail } from "~db/mails.server";
import { findMailOf } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** Thanks whoever proposed a mentor who has accepted, in their language. */
export async function thankFamily(
  tx: ScopeTx,
  wiring: Wiring,
  { introduction, mentorName, now }: { introduction: IntroductionFacts; mentorName: string; now: Date },
): Promise<void> {
  const mail = await findMailOf(tx, { schoolId: introduction.school_id, personId: introduction.proposed_by });
  if (!mail) return;
  const school = await getSchool(tx, introduction.school_id);
  await enqueueMail(tx, {
    kind: "introduction-thanks",
    props: {
      familyName: introduction.proposer_name,
      mentorName,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/introduce`,
    },
    to: { mail, language: introduction.proposer_language, personId: introduction.proposed_by },
    schoolId: introduction.school_id,
    dedupeKey: `introduction-thanks:${introduction.id}`,
    now,
  });
}
