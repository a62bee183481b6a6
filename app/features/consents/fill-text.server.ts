import { fillConsentText } from "~/domain/consent/text";
import { hiddenWords } from "~db/consent-texts/placeholders";
import type { ConsentFacts } from "~db/consents.server";
import { findPursuit } from "~db/pursuits.server";
import type { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

interface Filling {
  body: string;
  language: string;
  consent: ConsentFacts;
  school: Awaited<ReturnType<typeof getSchool>>;
  mayKnowWhereabouts: boolean;
}

/** A consent text as its reader reads it: the name they know, the school, and the place unless it is kept from them. */
export async function fillTextFor(
  tx: ScopeTx,
  { body, language, consent, school, mayKnowWhereabouts }: Filling,
): Promise<string> {
  const pursuit =
    mayKnowWhereabouts && consent.pursuit_id !== null
      ? await findPursuit(tx, { schoolId: school.id, pursuitId: consent.pursuit_id })
      : undefined;
  const place = pursuit ? { organisation: pursuit.organisation_name, placement: pursuit.title } : hiddenWords(language);
  return fillConsentText(body, {
    student: knownName(consent),
    school: school.name,
    schoolPhone: school.help_phone,
    ...place,
  });
}

/** The student's name as the holder of a consent reads it: students read the name they use. */
export function knownName(consent: ConsentFacts): string {
  return consent.guardian_id === consent.student_id ? consent.student_name : consent.student_outside_name;
}
