import { type InterestProfile, profileOf } from "~/domain/interest/finder/profile";
import { suggestionsOf } from "~/domain/interest/finder/suggestions";
import type { StudentInterest } from "~/domain/interest/student-interest";
import { findFinishedSitting, findNewestSitting, listCardAnswers } from "~db/interest-sittings.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { listStudentInterests } from "~db/student-interests.server";

export interface ProfileView {
  /** What the cards say; null before the student has been through them. */
  profile: InterestProfile | null;
  finishedAt: string | null;
  timeZone: string;
  /** There are cards the student stopped at. */
  underWay: boolean;
  interests: StudentInterest[];
  /** What the cards would add to the list and the student has not answered; nothing of it is kept or used yet. */
  suggested: StudentInterest[];
  /** The version of the cards behind it, 0 where there is none. */
  version: number;
  shared: { advisor: boolean; family: boolean };
}

/** What there is to show about a student's interests; who may see it is the caller's question. */
export async function readProfile(
  tx: ScopeTx,
  { schoolId, studentId }: { schoolId: string; studentId: string },
): Promise<ProfileView> {
  const newest = await findNewestSitting(tx, { schoolId, studentId });
  const finished = newest?.finished_at ? newest : await findFinishedSitting(tx, { schoolId, studentId });
  const profile = finished ? profileOf(await listCardAnswers(tx, { schoolId, sittingId: finished.id })) : null;
  const interests = await listStudentInterests(tx, { schoolId, studentId });
  return {
    profile,
    finishedAt: finished?.finished_at ? new Date(finished.finished_at).toISOString() : null,
    timeZone: (await getSchool(tx, schoolId)).time_zone,
    underWay: newest !== undefined && !newest.finished_at,
    interests,
    suggested: profile && !finished?.settled_at ? suggestionsOf(profile, interests) : [],
    version: finished?.version ?? 0,
    shared: { advisor: finished?.for_advisor ?? false, family: finished?.for_family ?? false },
  };
}
