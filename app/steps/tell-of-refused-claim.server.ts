import type { Wiring } from "~/wiring";
import { findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { mailOrAskStaff } from "./mail-or-ask.server";

interface RefusedClaim {
  schoolId: string;
  districtId: string;
  mentorId: string;
  /** The address they have proved or told staff; null for somebody who has none. */
  mail: string | null;
  organisation: string;
  /** The introduction or the visitor's offer by which they came. */
  subject: { noun: string; id: string };
  now: Date;
}

/** Tells somebody of whom the school could not confirm where they work that nothing of theirs is shown, and whom to call. */
export async function tellOfRefusedClaim(tx: ScopeTx, { env }: Wiring, claim: RefusedClaim): Promise<void> {
  const { schoolId, districtId, mentorId, organisation, subject, now } = claim;
  const mentor = await findMentor(tx, { districtId, mentorId });
  if (!mentor || mentor.suspended_at !== null) return;
  const school = await getSchool(tx, schoolId);
  await mailOrAskStaff(
    tx,
    {
      kind: "claim-refused",
      props: {
        mentorName: mentor.name_used,
        organisationName: organisation,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: `${env.origin}/question`,
      },
      to: { mail: claim.mail, language: mentor.language, mentorId },
      schoolId,
      dedupeKey: `claim-refused:${subject.id}`,
      now,
    },
    {
      kind: "tell_host",
      subject,
      props: { organisation, news: "claim_refused", why: "no_mail" },
      dedupeKey: `tell_host:claim_refused:${subject.id}`,
    },
  );
}
