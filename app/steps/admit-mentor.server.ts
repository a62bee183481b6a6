import { civilDate } from "~/clock";
import type { Wiring } from "~/wiring";
import { enqueueMail } from "~db/mails.server";
import { admitMentor, affiliate, insertMentorOffer } from "~db/organisations.server";
import { findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface Admission {
  schoolId: string;
  districtId: string;
  mentorId: string;
  /** The address that the mentor has proved; they sign in with it. */
  mail: string;
  organisation: { id: string; name: string };
  /** What they do there. */
  title: string;
  /** What they could show a student; becomes an open offer of time. */
  offer: string;
  now: Date;
}

/**
 * Makes a mentor one of an organisation: they may sign in for it from now on, and a mail says how. Call it only where the
 * organisation is new with this mentor, or a coordinator has confirmed that they belong to it: whoever is in may post in
 * its name and reads the students it was told of.
 */
export async function admitToOrganisation(tx: ScopeTx, wiring: Wiring, admission: Admission): Promise<void> {
  const { districtId, mentorId, mail, organisation, title, now } = admission;
  const tie = { districtId, organisationId: organisation.id, mentorId };
  const school = await getSchool(tx, admission.schoolId);
  const fromOn = civilDate(now, school.time_zone);
  await affiliate(tx, { ...tie, title, fromOn });
  if (admission.offer !== "") await insertMentorOffer(tx, { ...tie, what: admission.offer });
  const mentor = await findMentor(tx, { districtId, mentorId });
  if (!mentor) throw new Error(`there is no mentor ${mentorId}`);
  await admitMentor(tx, { ...tie, mail, language: mentor.language, fromOn });
  await enqueueMail(tx, {
    kind: "mentor-welcome",
    props: {
      mentorName: mentor.name_used,
      organisationName: organisation.name,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/sign-in`,
    },
    to: { mail, language: mentor.language, mentorId },
    schoolId: school.id,
    dedupeKey: `mentor-welcome:${mentorId}:${organisation.id}`,
    now,
  });
}
