import type { SchoolActor } from "~/domain/actor";
import type { PursuitFacts } from "~db/pursuits.server";
import type { ScopeTx } from "~db/scope.server";
import { openTask } from "~db/staff-tasks.server";
import type { Visit } from "~db/visits.server";

/** A visit was called off by the student or the host: somebody looks for another day. */
export async function tellStaffOfVisit(
  tx: ScopeTx,
  {
    pursuit,
    visit,
    by,
    reason,
    now,
  }: { pursuit: PursuitFacts; visit: Visit; by: SchoolActor; reason: string; now: Date },
): Promise<void> {
  await openTask(tx, {
    schoolId: pursuit.school_id,
    kind: "visit_called_off",
    subject: { noun: "pursuit", id: pursuit.pursuit_id },
    props: {
      title: pursuit.title,
      organisation: pursuit.organisation_name,
      message: reason,
      by: by.kind === "student" ? "student" : "host",
    },
    dedupeKey: `visit_called_off:${visit.id}`,
    now,
  });
}
