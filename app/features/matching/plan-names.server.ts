import { listListingTitles, listStudentNames } from "~db/matches.server";
import type { ScopeTx } from "~db/scope.server";

export type PlanNames = Awaited<ReturnType<typeof namesForPlan>>;

/** Names for pages about plans, which hold ids only; with the rows of the school's listings. */
export async function namesForPlan(tx: ScopeTx, schoolId: string) {
  const students = await listStudentNames(tx, schoolId);
  const listings = await listListingTitles(tx, schoolId);
  const names = new Map(students.map((student) => [student.id, student.full_name]));
  const titles = new Map(listings.map((listing) => [listing.id, listing]));
  return {
    listings,
    nameOf: (studentId: string) => names.get(studentId) ?? "",
    titleOf: (listingId: string) => titles.get(listingId)?.title ?? "",
    organisationOf: (listingId: string) => titles.get(listingId)?.organisation_name ?? "",
  };
}
