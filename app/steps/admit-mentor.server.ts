import { civilDate } from "~/clock";
import type { SchoolActor } from "~/domain/actor";
import type { FirstOffer, WholeOffer } from "~/domain/introduction/first-placement";
import type { Wiring } from "~/wiring";
import { admitMentor, affiliate } from "~db/organisations.server";
import { findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { mailOrAskStaff } from "./mail-or-ask.server";
import { startFirstPlacement } from "./start-first-placement.server";

/** Where the form for placements waits, filled in as far as it goes. */
const FORM = `?${new URLSearchParams({ returnTo: "/mentor/placements/new" })}`;

export interface Admission {
  /** Whoever's act it is: the mentor's own by their link, or the coordinator's who confirmed them. */
  actor: SchoolActor;
  mentorId: string;
  /** Where they sign in: the address that the mentor has proved or told staff. Null for somebody who has none. */
  mail: string | null;
  organisation: { id: string; name: string };
  offer: FirstOffer | WholeOffer;
  now: Date;
}

/**
 * Makes a mentor one of an organisation: they may sign in for it from now on, and a mail says how. What they offered is a
 * placement that the school reviews. Call it only where the
 * organisation is new with this mentor, or a coordinator has confirmed that they belong to it: whoever is in may post in
 * its name and reads the students it was told of. Whoever has no address cannot sign in; whom no mail welcomes in a language they
 * read is told by staff.
 */
export async function admitToOrganisation(tx: ScopeTx, wiring: Wiring, admission: Admission): Promise<void> {
  const { actor, mentorId, mail, organisation, offer, now } = admission;
  const { districtId } = actor;
  const tie = { districtId, organisationId: organisation.id, mentorId };
  const school = await getSchool(tx, actor.schoolId);
  const fromOn = civilDate(now, school.time_zone);
  await affiliate(tx, { ...tie, title: offer.title, fromOn });
  const mentor = await findMentor(tx, { districtId, mentorId });
  if (!mentor) throw new Error(`there is no mentor ${mentorId}`);
  const { language } = mentor;
  const accountId = mail === null ? null : await admitMentor(tx, { ...tie, mail, language, fromOn });
  const host = { id: mentorId, language, accountId };
  const isPosted = await startFirstPlacement(tx, { actor, mentor: host, organisation, offer, now });
  // Of signing in nobody is told who cannot.
  if (mail === null) return;
  await mailOrAskStaff(
    tx,
    {
      kind: "mentor-welcome",
      props: {
        mentorName: mentor.name_used,
        organisationName: organisation.name,
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        isPosted,
        link: `${wiring.env.origin}/sign-in${isPosted ? "" : FORM}`,
      },
      to: { mail, language, mentorId },
      schoolId: school.id,
      dedupeKey: `mentor-welcome:${mentorId}:${organisation.id}`,
      now,
    },
    {
      kind: "tell_host",
      subject: { noun: "mentor", id: mentorId },
      props: { organisation: organisation.name, news: "welcome", why: "no_mail" },
      dedupeKey: `tell_host:welcome:${mentorId}:${organisation.id}`,
    },
  );
}
