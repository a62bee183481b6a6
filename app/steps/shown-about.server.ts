import { type AboutMentor, isSaid } from "~/domain/mentor/about-mentor";
import type { AboutRow } from "~db/mentor-about.server";
import { getSchool } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";

/** What is said about a mentor, as the mentor and staff of the district read it. */
export interface ShownAbout extends AboutMentor {
  /** What a form about it was opened with. */
  revision: number;
  /** False until somebody has said something. */
  isSaid: boolean;
  /** The school whose staff said it for the mentor, and why; null for what the mentor said. */
  bySchool: { name: string; reason: string } | null;
}

/** The row as it is shown, with the name of the school that said it. */
export async function showAbout(tx: ScopeTx, { about, revision, bySchoolId, reason }: AboutRow): Promise<ShownAbout> {
  const bySchool = bySchoolId === null ? null : { name: (await getSchool(tx, bySchoolId)).name, reason };
  return { ...about, revision, isSaid: isSaid({ ...about, revision }), bySchool };
}
