import type { ScanOf } from "~/domain/acting/scan";
import { type ConsentFacts, findConsent, lockConsent } from "~db/consents.server";
import { findIntroduction, type IntroductionFacts, lockIntroduction } from "~db/introductions.server";
import { findPursuit, lockPursuit, type PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";

interface Asked {
  schoolId: string;
  of: ScanOf;
}

/**
 * Whom the papers of a consent, a pursuit or an introduction are about, for a heading. Undefined for what the school does not have,
 * and for an introduction of somebody who has been forgotten.
 */
export async function findScanned(tx: ScopeTx, { schoolId, of: { noun, id } }: Asked): Promise<string | undefined> {
  switch (noun) {
    case "consent":
      return nameOf.consent(await findConsent(tx, { schoolId, consentId: id }));
    case "pursuit":
      return nameOf.pursuit(await findPursuit(tx, { schoolId, pursuitId: id }));
    case "introduction":
      return nameOf.introduction(await findIntroduction(tx, { schoolId, introductionId: id }));
  }
}

/** The same under the lock of the thing, so that nothing takes it away while a scan is kept. */
export async function lockScanned(tx: ScopeTx, { schoolId, of: { noun, id } }: Asked): Promise<string | undefined> {
  switch (noun) {
    case "consent":
      return nameOf.consent(await lockConsent(tx, { schoolId, consentId: id }));
    case "pursuit":
      return nameOf.pursuit(await lockPursuit(tx, { schoolId, pursuitId: id }));
    case "introduction":
      return nameOf.introduction(await lockIntroduction(tx, { schoolId, introductionId: id }));
  }
}

const nameOf = {
  consent: (consent: ConsentFacts | undefined) => consent?.guardian_full_name,
  pursuit: (pursuit: PursuitFacts | undefined) => pursuit?.student_full_name,
  introduction: (introduction: IntroductionFacts | undefined) => introduction?.mentor_name || undefined,
};
