import { relativesOf } from "~/domain/introduction/relatives";
import { listFamilyOf } from "~db/families.server";
import type { IntroductionFacts } from "~db/introductions.server";
import { listChildren } from "~db/people.server";
import type { ScopeTx } from "~db/scope.server";

/** The students of the school whose relative the introduced mentor was said to be, brothers and sisters too; none of no relative. */
export async function listRelatives(
  tx: ScopeTx,
  { introduction, on }: { introduction: IntroductionFacts; on: string },
): Promise<{ student_id: string; full_name: string }[]> {
  if (!introduction.is_relative) return [];
  const { school_id: schoolId, proposed_by: guardianId } = introduction;
  const children = await listChildren(tx, { schoolId, guardianId, on });
  const named = relativesOf(
    introduction,
    children.map((child) => child.student_id),
  );
  return named.length === 0 ? [] : listFamilyOf(tx, { schoolId, on, studentIds: named });
}
