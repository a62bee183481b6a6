import { settleClearances } from "~/features/clearances/settle-clearances.server";
import { watchHeld } from "~/features/conversations/watch-held.server";
import { mailDigests } from "~/features/digests/mail-digests.server";
import { checkFunds } from "~/features/fund/check-funds.server";
import { expirePursuits } from "~/features/pursuits/expire-pursuits.server";
import { checkSearch } from "~/features/search/check-search.server";
import { mailSavedSearches } from "~/features/search/mail-saved-searches.server";
import { probeSearch } from "~/features/search/probe-search.server";
import { renewSearch } from "~/features/search/renew-search.server";
import { syncPlacement } from "~/features/search/sync-placement.server";
import type { Wiring } from "~/wiring";
import { approveOneHeld } from "./approve-one-held";
import type { Payload, Task } from "./catalogue";
import { contactWaitingHosts } from "./contact-waiting-hosts";
import { deliverOneMail } from "./deliver-one-mail";
import { importOneFile } from "./import-one-file";
import { proposeOnePlan } from "./propose-one-plan";
import { sweep } from "./sweep";
import { syncStudentsAgain } from "./sync-students-again";
import { takeOneAnswer } from "./take-one-answer";
import { takeOneReply } from "./take-one-reply";
import { watchOneConcern } from "./watch-one-concern";

type Handlers = { [T in Task]: (wiring: Wiring, payload: Payload<T>) => Promise<unknown> };

/** What the worker does for each task. A task without a handler does not compile. */
export const handlers: Handlers = {
  "deliver-mail": deliverOneMail,
  "sync-placement": syncPlacement,
  "sync-students": syncStudentsAgain,
  "run-import": importOneFile,
  "propose-matches": proposeOnePlan,
  "approve-held": approveOneHeld,
  "settle-clearances": settleClearances,
  "contact-hosts": contactWaitingHosts,
  "expire-pursuits": expirePursuits,
  sweep,
  "check-funds": checkFunds,
  "watch-concern": watchOneConcern,
  "mail-saved-searches": mailSavedSearches,
  "probe-search": probeSearch,
  "mail-digests": mailDigests,
  "watch-held": watchHeld,
  "take-reply": takeOneReply,
  "take-answer": takeOneAnswer,
  "renew-search": renewSearch,
  "check-search": checkSearch,
};
