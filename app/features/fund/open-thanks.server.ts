import type { SystemActor } from "~/domain/actor";
import { isPractice, isPracticeAmongPeople } from "~/domain/fund/practice";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { getFund } from "~db/fund-books.server";
import { findDistrictOf, getSchool } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";
import { listThanks } from "~db/thanks.server";

export interface ThanksPage {
  schoolName: string;
  /** What is shown is only tried out. */
  isPractice: boolean;
  thanks: Awaited<ReturnType<typeof listThanks>>;
}

/** The school's thanks, for everybody: only what donors wished and the school has read. */
export async function openThanks(
  wiring: Wiring,
  { schoolId }: { schoolId: string },
): Promise<Outcome<ThanksPage, "not_found">> {
  const districtId = await withSystem(wiring, (tx) => findDistrictOf(tx, schoolId));
  if (districtId === undefined) return refused("not_found");
  const reader: SystemActor = { kind: "system", job: "thanks", schoolId, districtId };
  return withScope(wiring, reader, async (tx) => {
    const { book } = await getFund(tx, { schoolId });
    const { name: schoolName } = await getSchool(tx, schoolId);
    if (isPracticeAmongPeople(book, wiring.env.mode)) return done({ schoolName, isPractice: false, thanks: [] });
    return done({ schoolName, isPractice: isPractice(book), thanks: await listThanks(tx, { schoolId, book }) });
  });
}
