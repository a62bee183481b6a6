import type { SystemActor } from "~/domain/actor";
import { advance } from "~/lifecycle.server";
import { giveBack } from "~/steps/places.server";
import { tellStudent } from "~/steps/tell.server";
import type { Wiring } from "~/wiring";
import { withdrawDisclosure } from "~db/disclosures.server";
import { findPursuit, listOverduePursuits } from "~db/pursuits.server";
import { listSchools } from "~db/schools.server";
import { withScope, withSystem } from "~db/scope.server";

/** Nightly: approvals, suggestions and offers whose date has passed end and give their place back. Answers how many. */
export async function expirePursuits(wiring: Wiring): Promise<number> {
  let count = 0;
  for (const school of await withSystem(wiring, listSchools)) {
    count += await expireInSchool(wiring, { kind: "system", job: "expire-pursuits", schoolId: school.id, districtId: school.district_id });
  }
  return count;
}

async function expireInSchool(wiring: Wiring, actor: SystemActor): Promise<number> {
  const now = wiring.clock.now();
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    let count = 0;
    for (const id of await listOverduePursuits(tx, { schoolId, now })) {
      const pursuit = await findPursuit(tx, { schoolId, pursuitId: id });
      if (!pursuit) continue;
      const at = now.toISOString();
      const moved = await advance(tx, {
        actor,
        noun: "pursuit",
        id,
        move: "expire",
        met: [],
        notices: { student: () => tellStudent(tx, { wiring, pursuit, event: "expired", now }) },
        set: { ended_at: at, updated_at: at },
        now,
      });
      if (!moved.ok) continue;
      await giveBack(tx, { schoolId, pursuitId: id });
      await withdrawDisclosure(tx, { schoolId, pursuitId: id, now });
      count += 1;
    }
    return count;
  });
}
