import { daysLater } from "~/clock";
import type { Wiring } from "~/wiring";
import { insertLink } from "~db/links.server";
import { enqueueMail } from "~db/mails.server";
import type { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

export const CONSENT_LINK_DAYS = 14;

export interface ConsentMail {
  kind: "consent-request" | "consent-reminder";
  school: Awaited<ReturnType<typeof getSchool>>;
  consentId: string;
  holder: { personId: string; name: string; language: string; mail: string; isSelf: boolean };
  /** The name the holder reads. */
  studentName: string;
  /** Tells mails of one kind about one request apart; a second one with the same key is not made. */
  round: string;
  now: Date;
}

/**
 * Mails a consent request with a fresh link; earlier links of it go on working until they expire. A student who holds their
 * own rights gets the address of their own page instead: signing in as the student is what authenticates them.
 */
export async function mailConsentRequest(tx: ScopeTx, wiring: Wiring, request: ConsentMail): Promise<void> {
  const { kind, school, holder, consentId, now } = request;
  await enqueueMail(tx, {
    kind,
    props: {
      guardianName: holder.name,
      studentFirstName: request.studentName,
      schoolName: school.name,
      helpName: school.help_name,
      helpPhone: school.help_phone,
      link: `${wiring.env.origin}${await pathOf()}`,
    },
    to: { mail: holder.mail, language: holder.language, personId: holder.personId },
    schoolId: school.id,
    dedupeKey: `${kind}:${consentId}:${request.round}`,
    now,
  });

  async function pathOf(): Promise<string> {
    if (holder.isSelf) return `/student/consents/${consentId}`;
    const token = await insertLink(tx, {
      kind: "consent",
      schoolId: school.id,
      districtId: school.district_id,
      subjectId: consentId,
      personId: holder.personId,
      language: holder.language,
      expiresAt: daysLater(now, CONSENT_LINK_DAYS),
    });
    return `/consent/${token}`;
  }
}
