import { forgetInvitee, type IntroductionFacts } from "~db/introductions.server";
import { forgetIntroductionMails } from "~db/mail-recall.server";
import { suppressMail } from "~db/mails.server";
import { listJoinedTo } from "~db/same-person.server";
import { deleteScansOf } from "~db/scans.server";
import type { ScopeTx } from "~db/scope.server";
import { forgetTasksAbout } from "~db/staff-tasks.server";

interface Forgetting {
  introduction: IntroductionFacts;
  /** Why outreach to the address ends too, in the whole district; null when it may be introduced again. */
  silence: "delete_me" | "no_answer" | null;
  now: Date;
}

/**
 * Forgets somebody who was introduced, wherever they are written down: in the introduction, on scans kept with it, in mails to
 * and about them, in tasks. Of the address a hash may stay. The links of the invitation go on working and say that nothing is left.
 */
export async function forgetIntroduction(tx: ScopeTx, { introduction, silence, now }: Forgetting): Promise<void> {
  const { school_id: schoolId, district_id: districtId, id, mentor_mail } = introduction;
  // Another family told of the same person, perhaps by another address: all of it is forgotten, and all of it falls silent.
  const all = [{ id, mentor_mail }, ...(await listJoinedTo(tx, { schoolId, introductionId: id }))];
  for (const { id: introductionId, mentor_mail: mail } of all) {
    if (silence && mail !== "")
      await suppressMail(tx, { mail, category: "outreach", reason: silence, districtId, now });
    await forgetInvitee(tx, { schoolId, introductionId });
    await deleteScansOf(tx, { schoolId, of: { noun: "introduction", id: introductionId } });
    await forgetIntroductionMails(tx, { schoolId, introductionId, now });
    await forgetTasksAbout(tx, { schoolId, noun: "introduction", id: introductionId, now });
  }
}
