import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { makeIntroduceLink } from "~/steps/introduce-link.server";
import type { Wiring } from "~/wiring";
import { findLink } from "~db/links.server";
import { enqueueMail, isMailPromised } from "~db/mails.server";
import { findNameUsed } from "~db/names-of.server";
import { findLanguageOf, findMailOf, listChildren } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withIdentity, withScope } from "~db/scope.server";

export type IntroduceLinkRefusal = "not_found" | "no_mail";

/**
 * A link to introduce somebody that has run out offers a fresh one, once a day. It goes to the address the school knows, never to
 * the one who asks, and only while a child of theirs is at the school.
 */
export async function sendIntroduceLink(wiring: Wiring, linkId: string): Promise<Outcome<null, IntroduceLinkRefusal>> {
  const link = await withIdentity(wiring, (tx) => findLink(tx, linkId));
  if ((link?.kind !== "introduce" && link?.kind !== "consent") || !link.person_id) return refused("not_found");
  const { school_id: schoolId, district_id: districtId, person_id: personId } = link;
  const actor: SystemActor = { kind: "system", job: "introduce-link", schoolId, districtId };
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(now, school.time_zone);
    const children = await listChildren(tx, { schoolId, guardianId: personId, on });
    if (children.length === 0) return refused("not_found");
    const mail = await findMailOf(tx, { schoolId, personId });
    if (!mail) return refused("no_mail");
    // One a day, also of two presses at once: the key is unique. A link in other mail of today may not have arrived.
    const dedupeKey = `introduce-link:${personId}:${on}`;
    if (await isMailPromised(tx, { schoolId, dedupeKey })) return done(null);
    const language = (await findLanguageOf(tx, { schoolId, personId })) ?? link.language;
    await enqueueMail(tx, {
      kind: "introduce-link",
      props: {
        familyName: (await findNameUsed(tx, { schoolId, personId })) ?? "",
        schoolName: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        link: await makeIntroduceLink(tx, wiring, { schoolId, districtId, personId, language, now }),
      },
      to: { mail, language, personId },
      schoolId,
      dedupeKey,
      now,
    });
    return done(null);
  });
}
