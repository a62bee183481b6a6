import { forgetOldSignIns } from "~/features/accounts/forget-old-sign-ins.server";
import { remindChecks } from "~/features/clearances/remind-checks.server";
import { settleClearances } from "~/features/clearances/settle-clearances.server";
import { callForOrphans } from "~/features/concerns/call-for-orphans.server";
import { remindConsents } from "~/features/consents/remind-consents.server";
import { forgetOldImports } from "~/features/imports/forget-old-imports.server";
import { expireIntroductions } from "~/features/introductions/expire-introductions.server";
import { keepHouseholdsApart } from "~/features/introductions/keep-households-apart.server";
import { remindInvitees } from "~/features/introductions/remind-invitees.server";
import { remindReviewers } from "~/features/introductions/remind-reviewers.server";
import { tellOfPlacements } from "~/features/introductions/tell-of-placements.server";
import { sweepMails } from "~/features/mail/sweep-mails.server";
import { carryOutDepartures } from "~/features/mentors/carry-out-departures.server";
import { forgetUnanswered } from "~/features/outreach/forget-unanswered.server";
import { writeSequences } from "~/features/outreach/write-sequences.server";
import { handOverRights } from "~/features/people/hand-over-rights.server";
import { remindInvited } from "~/features/people/remind-invited.server";
import { askStillOpen } from "~/features/placements/ask-still-open.server";
import { putAwayUnanswered } from "~/features/placements/put-away-unanswered.server";
import { forgetOutlived } from "~/features/privacy/forget-outlived.server";
import { resumeHeld } from "~/features/pursuits/resume-held.server";
import { refreshEnded } from "~/features/search/refresh-ended.server";
import { carryOutTransfers } from "~/features/transfers/carry-out-transfers.server";
import { forgetLapsedOffers } from "~/features/visitor-offers/forget-lapsed-offers.server";
import type { Wiring } from "~/wiring";

/**
 * Deletes what has outlived the retention its table declares, picks up mail and approvals whose job was lost, reminds once who
 * waits or was asked, tells who turned 18, keeps households apart, calls again about reports whose reader left, reminds of
 * background checks that end, brings their gates to what is so today, pauses what a mentor led who has left, lets students go to
 * another school whose last day is over, asks whether quiet placements are still open and puts away what nobody answered for, lets the search hear
 * of what has ended by its date, writes to who is due in a sequence, and forgets contacts who never answered.
 */
export async function sweep(wiring: Wiring): Promise<void> {
  const signIns = await forgetOldSignIns(wiring);
  const imports = await forgetOldImports(wiring);
  const introductions = {
    inviteesReminded: await remindInvitees(wiring),
    introductionsExpired: await expireIntroductions(wiring),
    introductionsLate: await remindReviewers(wiring),
    introducersTold: await tellOfPlacements(wiring),
    householdsKeptApart: await keepHouseholdsApart(wiring),
  };
  const offersForgotten = await forgetLapsedOffers(wiring);
  const invitedReminded = await remindInvited(wiring);
  const mails = await sweepMails(wiring);
  const rightsMoved = await handOverRights(wiring);
  const consents = await remindConsents(wiring);
  const concernsWaiting = await callForOrphans(wiring);
  const outlived = await forgetOutlived(wiring);
  const approvalsResumed = await resumeHeld(wiring);
  const departuresFollowed = await carryOutDepartures(wiring);
  const studentsTransferred = await carryOutTransfers(wiring);
  const stillOpenAsked = await askStillOpen(wiring);
  const unansweredPutAway = await putAwayUnanswered(wiring);
  const refreshed = await refreshEnded(wiring);
  const checksReminded = await remindChecks(wiring);
  const sequenceMails = await writeSequences(wiring);
  const contactsForgotten = await forgetUnanswered(wiring);
  // Last, because it does most: what fails in it keeps nothing else waiting.
  const gatesSettled = await settleClearances(wiring);
  const counts = {
    ...outlived,
    ...signIns.value,
    ...imports.value,
    ...introductions,
    sequenceMails,
    contactsForgotten,
    checksReminded,
    offersForgotten,
    invitedReminded,
    ...mails,
    rightsMoved,
    ...consents.value,
    concernsWaiting,
    gatesSettled,
    approvalsResumed,
    departuresFollowed,
    studentsTransferred,
    stillOpenAsked,
    unansweredPutAway,
    refreshed,
  };
  wiring.log.info({ counts }, "swept");
}
