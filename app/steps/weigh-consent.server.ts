import { type Weighed, weighConsents } from "~/domain/consent/weigh";
import { listConsentHolders } from "~db/consent-holders.server";
import { listConsentAnswers } from "~db/consents.server";
import type { ScopeTx } from "~db/scope.server";

export interface ConsentQuestion {
  schoolId: string;
  studentId: string;
  purpose: string;
  /** Null for purposes that are asked for the year. */
  pursuitId: string | null;
  on: string;
}

/** What the answers about one purpose come to today; only answers of people who may consent today count. */
export async function weighConsent(tx: ScopeTx, asked: ConsentQuestion): Promise<Weighed> {
  const holders = new Set((await listConsentHolders(tx, asked)).map((holder) => holder.personId));
  return weighConsents(await listConsentAnswers(tx, asked), { on: asked.on, holders: (id) => holders.has(id) });
}
