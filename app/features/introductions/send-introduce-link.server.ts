import { civilDate } from "~/clock";
import type { SystemActor } from "~/domain/actor";
import { done, type Outcome, refused } from "~/domain/outcome";
import { makeIntroduceLink } from "~/steps/introduce-link.server";
import { isMailed } from "~/steps/mail-or-ask.server";
import type { Wiring } from "~/wiring";
import { findLink } from "~db/links.server";
import { enqueueMail, isMailPromised } from "~db/mails.server";
import { findNameUsed } from "~db/names-of.server";
import { findLanguageOf, findMailOf, listChildren } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withIdentity, withScope } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

export type IntroduceLinkRefusal = "not_found" | "no_mail";

/**
 * A link to introduce somebody that has run out offers a fresh one, once a day. It goes to the address the school knows, never to
 * the one who asks, and only while a child of theirs is at the school. Whom no mail reaches in a language they read staff call.
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
    const [child] = await listChildren(tx, { schoolId, guardianId: personId, on });
    if (!child) return refused("not_found");
    const mail = await findMailOf(tx, { schoolId, personId });
    const language = (await findLanguageOf(tx, { schoolId, personId })) ?? link.language;
    if (!mail || !isMailed({ mail, language })) {
      await askStaffToCall(tx, { schoolId, personId, language, studentId: child.student_id, now });
      return refused("no_mail");
    }
    // One a day, also of two presses at once: the key is unique. A link in other mail of today may not have arrived.
    const dedupeKey = `introduce-link:${personId}:${on}`;
    if (await isMailPromised(tx, { schoolId, dedupeKey })) return done(null);
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

/** A link that acts for whoever holds it is never read out, so staff write down whom they know. */
async function askStaffToCall(
  tx: ScopeTx,
  asked: { schoolId: string; personId: string; language: string; studentId: string; now: Date },
): Promise<void> {
  const { schoolId, personId, language, studentId, now } = asked;
  await openTask(tx, {
    schoolId,
    kind: "tell_family",
    subject: { noun: "student", id: studentId },
    props: { personId, language, studentId, news: "knows_somebody" },
    dedupeKey: `tell_family:introduce_link:${personId}`,
    now,
  });
}
