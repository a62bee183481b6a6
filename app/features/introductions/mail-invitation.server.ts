import { namedProposer } from "~/domain/introduction/proposer";
import { isMailed } from "~/steps/mail-or-ask.server";
import type { Wiring } from "~/wiring";
import type { IntroductionFacts } from "~db/introductions.server";
import { insertLink } from "~db/links.server";
import { enqueueMail, isMailPromised } from "~db/mails.server";
import { insertOutreachTo } from "~db/outreach-addresses.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";

interface Invitation {
  introduction: IntroductionFacts;
  kind: "introduction-invitation" | "introduction-reminder";
  expiresAt: Date;
  now: Date;
}

/**
 * Writes to somebody who was introduced: the one invitation, or the one reminder of it. It says who gave the address only
 * where the proposer may be named, and offers to delete everything. It counts for the district's cap on outreach, which does not hold it
 * back. Where nobody wrote in their language staff call them.
 */
export async function mailInvitation(
  tx: ScopeTx,
  wiring: Wiring,
  { introduction, kind, expiresAt, now }: Invitation,
): Promise<void> {
  const school = await getSchool(tx, introduction.school_id);
  const { mentor_mail: mail, mentor_language: language } = introduction;
  const link = {
    schoolId: school.id,
    districtId: school.district_id,
    subjectId: introduction.id,
    language,
    expiresAt,
  };
  if (!isMailed({ mail, language })) return askStaffToInvite(tx, { introduction, now });
  const token = await insertLink(tx, { ...link, kind: "introduction-invitation" });
  const deleteToken = await insertLink(tx, { ...link, kind: "delete-me" });
  await insertOutreachTo(tx, { districtId: school.district_id, mail, now });
  await enqueueMail(tx, {
    kind,
    props: {
      mentorName: introduction.mentor_name,
      proposerName: namedProposer(introduction),
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}/invitation/${token}`,
      deleteMeLink: `${wiring.env.origin}/delete-me/${deleteToken}`,
    },
    to: { mail, language },
    schoolId: school.id,
    dedupeKey: await keyOf(tx, { introduction, kind, now }),
    now,
  });
}

/** Nobody gets an invitation in a language they do not read: somebody calls with an interpreter. One task, also for the reminder. */
async function askStaffToInvite(
  tx: ScopeTx,
  { introduction, now }: { introduction: IntroductionFacts; now: Date },
): Promise<void> {
  const { id, school_id: schoolId, mentor_name: mentor, mentor_language: language } = introduction;
  await openTask(tx, {
    ...{
      schoolId,
      kind: "tell_host",
      subject: { noun: "introduction", id },
      dedupeKey: `tell_host:invited:${id}`,
      now,
    },
    props: { mentor, language, news: "invited", why: "no_mail" },
  });
}

/** One of each kind; an invitation whose address did not work goes out once more to a better one, and may have its own reminder. */
async function keyOf(tx: ScopeTx, { introduction, kind, now }: Omit<Invitation, "expiresAt">): Promise<string> {
  const first = `${kind}:${introduction.id}`;
  const isSecond = await isMailPromised(tx, { schoolId: introduction.school_id, dedupeKey: first });
  return isSecond ? `${first}:again:${now.getTime()}` : first;
}
