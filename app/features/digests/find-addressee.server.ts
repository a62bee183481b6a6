import { isTooYoungForMail } from "~/domain/mail/too-young";
import { findMailNamingPlaces, findMailOfMentor, findMentor, findPersonToWrite } from "~db/people.server";
import type { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import type { UnreadReader } from "~db/unread.server";

interface Asked {
  school: Awaited<ReturnType<typeof getSchool>>;
  reader: UnreadReader;
  on: string;
}

/** How somebody is written to; undefined for who has left, has no address for news of a place, or is too young for one. */
export async function findAddressee(
  tx: ScopeTx,
  { school: { id: schoolId, district_id: districtId }, reader, on }: Asked,
): Promise<{ name: string; language: string; mail: string } | undefined> {
  const { personId, mentorId } = reader;
  const who =
    mentorId === null
      ? await findPersonToWrite(tx, { schoolId, personId, on })
      : await findMentor(tx, { districtId, mentorId });
  if (!who || ("born_on" in who && isTooYoungForMail(who, on))) return undefined;
  const mail =
    mentorId === null
      ? await findMailNamingPlaces(tx, { schoolId, personId, on })
      : await findMailOfMentor(tx, { districtId, mentorId });
  return mail === undefined ? undefined : { name: who.name_used, language: who.language, mail };
}
