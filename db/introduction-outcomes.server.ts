import { sql } from "kysely";
import type { ScopeTx } from "./scope.server";

const count = (of: string) => sql<number>`count(distinct ${sql.ref(of)})::int`.as("count");

/**
 * Every introduction of the school with its proposer, the neighbourhood of their first child at home (or their own, of a student), and
 * what the mentor gave at this school: listings they lead that were published, and students who took one.
 */
export function listIntroductionOutcomes(tx: ScopeTx, { schoolId }: { schoolId: string }) {
  return tx
    .selectFrom("introductions as i")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "i.school_id").onRef("pe.id", "=", "i.proposed_by"),
    )
    .select(["i.state", "i.invited_at", "i.proposed_by as proposer_id", "pe.full_name as proposer", "pe.language"])
    .select((eb) => {
      const led = eb
        .selectFrom("listings as l")
        .innerJoin("placements as p", (join) =>
          join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
        )
        .whereRef("l.school_id", "=", "i.school_id")
        .whereRef("p.lead_mentor_id", "=", "i.mentor_id");
      const taken = led
        .innerJoin("pursuits as u", (join) =>
          join.onRef("u.school_id", "=", "l.school_id").onRef("u.listing_id", "=", "l.id"),
        )
        .where("u.state", "in", ["accepted", "completed"]);
      const home = eb
        .selectFrom("students as s")
        .innerJoin("areas as a", "a.id", "s.area_id")
        .leftJoin("guardian_links as g", (join) =>
          join.onRef("g.school_id", "=", "s.school_id").onRef("g.student_id", "=", "s.id"),
        )
        .whereRef("s.school_id", "=", "i.school_id")
        .where((own) =>
          own.or([own("s.id", "=", own.ref("i.proposed_by")), own("g.guardian_id", "=", own.ref("i.proposed_by"))]),
        )
        .orderBy("s.entered_on")
        .orderBy("s.id")
        .limit(1);
      return [
        home.select("a.name").as("area"),
        led.where("l.state", "<>", "in_review").select(count("l.id")).as("places"),
        taken.select(count("u.student_id")).as("students"),
      ];
    })
    .where("i.school_id", "=", schoolId)
    .orderBy("i.id")
    .execute();
}
