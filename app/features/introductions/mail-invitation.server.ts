import { namedProposer } from "~/domain/introduction/proposer";
import type { Wiring } from "~/wiring";
import type { IntroductionFacts } from "~db/introductions.server";
import { insertLink } from "~db/links.server";
import { enqueueMail, isMailPromised } from "~db/mails.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface Invitation {
  introduction: IntroductionFacts;
  kind: "introduction-invitation" | "introduction-reminder";
  expiresAt: Date;
  now: Date;
}

/**
 * Writes to somebody who was introduced: the one invitation, or the one reminder of it. It says who gave the address only
 * where the proposer may be named, and offers to delete everything.
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
  const token = await insertLink(tx, { ...link, kind: "introduction-invitation" });
  const deleteToken = await insertLink(tx, { ...link, kind: "delete-me" });
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

/** One of each kind; an invitation whose address did not work goes out once more to a better one, and may have its own reminder. */
async function keyOf(tx: ScopeTx, { introduction, kind, now }: Omit<Invitation, "expiresAt">): Promise<string> {
  const first = `${kind}:${introduction.id}`;
  const isSecond = await isMailPromised(tx, { schoolId: introduction.school_id, dedupeKey: first });
  return isSecond ? `${first}:again:${now.getTime()}` : first;
}
