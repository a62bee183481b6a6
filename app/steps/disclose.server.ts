import { daysLater } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { gradeBand } from "~/domain/pursuit/grade-band";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { insertDisclosure } from "~db/disclosures.server";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import { listStudentInterests } from "~db/people.server";
import type { PursuitFacts } from "~db/pursuits.server";
import type { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

export const FIRST_CONTACT_LINK_DAYS = 21;
/** The strongest likes are told, no more than fit a glance. */
const TOLD_INTERESTS = 6;

export interface Contact {
  pursuit: PursuitFacts;
  school: Awaited<ReturnType<typeof getSchool>>;
  /** The consent that the disclosure rests on. */
  consentId: string;
  mail: string;
  system: SystemActor;
  now: Date;
}

/** Freezes what the host is told, logs the disclosure with its consent, and mails the first contact with its link. */
export async function discloseAndWrite(
  tx: ScopeTx,
  wiring: Wiring,
  { pursuit, school, consentId, mail, system, now }: Contact,
): Promise<void> {
  const interests = await listStudentInterests(tx, { schoolId: school.id, studentId: pursuit.student_id });
  const likes = interests.filter((tag) => tag.liked).slice(0, TOLD_INTERESTS);
  const firstName = pursuit.student_outside_name;
  const told = { gradeBand: gradeBand(pursuit.grade), interests: likes.map((tag) => tag.interest_id) };
  const { pursuit_id: pursuitId, organisation_id: organisationId, lead_mentor_id: mentorId } = pursuit;
  const inSchool = { schoolId: school.id, districtId: school.district_id };
  const language = pursuit.mentor_language ?? "en";
  await insertDisclosure(tx, { ...inSchool, pursuitId, organisationId, mentorId, consentId, firstName, ...told, now });
  const evidence = `consent ${consentId}`;
  await recordAct(tx, {
    actor: system,
    noun: "pursuit",
    nounId: pursuitId,
    transition: "disclose",
    reason: "first contact",
    evidence,
    now,
  });
  const token = await insertLink(tx, {
    ...inSchool,
    kind: "first-contact",
    organisationId,
    subjectId: pursuitId,
    personId: mentorId,
    language,
    expiresAt: daysLater(now, FIRST_CONTACT_LINK_DAYS),
  });
  await enqueueMail(tx, {
    kind: "first-contact",
    props: {
      mentorName: pursuit.mentor_name ?? "",
      studentFirstName: firstName,
      ...told,
      placementTitle: pursuit.title,
      organisationName: pursuit.organisation_name,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/first-contact/${token}`,
    },
    to: { mail, language, mentorId },
    schoolId: school.id,
    dedupeKey: `first-contact:${pursuitId}:${now.getTime()}`,
    now,
  });
}
