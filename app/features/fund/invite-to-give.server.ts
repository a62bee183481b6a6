import { civilDate, daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { mayUseFund } from "~/domain/fund/policy";
import { isPractice, isPracticeAmongPeople } from "~/domain/fund/practice";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { recordAct } from "~db/audit.server";
import { getFund } from "~db/fund-books.server";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import { findOrganisation, listOrganisationMentors } from "~db/organisation-mentors.server";
import { findMailOfMentor, findMentor } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

const LINK_DAYS = 365;

export type InviteRefusal = "not_permitted" | "not_found" | "fund_closed" | "practice" | "nobody_there";

/**
 * Staff write to the contacts of an organisation and ask whether it would like to give. It is outreach: whoever has stopped that
 * hears nothing, and a second try on the same day sends nothing twice.
 */
export async function inviteToGive(
  wiring: Wiring,
  actor: Actor,
  { organisationId }: { organisationId: string },
): Promise<Outcome<{ written: number }, InviteRefusal>> {
  if (!mayUseFund(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const { book, isOpen } = await getFund(tx, { schoolId });
    if (!isOpen) return refused("fund_closed");
    if (isPracticeAmongPeople(book, wiring.env.mode)) return refused("practice");
    if (!(await findOrganisation(tx, { districtId, organisationId }))) return refused("not_found");
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    let written = 0;
    for (const { id: mentorId } of await listOrganisationMentors(tx, { districtId, organisationId, on })) {
      const mentor = await findMentor(tx, { districtId, mentorId });
      const mail = await findMailOfMentor(tx, { districtId, mentorId });
      if (!mentor || !mail) continue;
      const { language } = mentor;
      const link = {
        schoolId,
        districtId,
        organisationId,
        subjectId: schoolId,
        language,
        expiresAt: daysLater(now, LINK_DAYS),
      };
      const token = await insertLink(tx, { ...link, kind: "give" });
      await enqueueMail(tx, {
        kind: "give-invitation",
        props: {
          mentorName: mentor.name_used,
          schoolName: school.name,
          helpName: school.help_name,
          helpPhone: school.help_phone,
          isPractice: isPractice(book),
          link: `${wiring.env.origin}/give/${token}`,
        },
        to: { mail, language, mentorId },
        schoolId,
        dedupeKey: `give-invitation:${schoolId}:${mentorId}:${on}`,
        now,
      });
      written += 1;
    }
    if (written === 0) return refused("nobody_there");
    await recordAct(tx, { actor, noun: "fund", nounId: schoolId, transition: "invite to give", now });
    return done({ written });
  });
}
