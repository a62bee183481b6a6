import type { ScopeTx } from "./scope.server";

interface Since {
  schoolId: string;
  since: Date;
}

/** What happened to proposals since a moment, with who did it; the newest first. */
export function listMatchActs(tx: ScopeTx, { schoolId, since }: Since) {
  return (
    tx
      .selectFrom("audit_log as au")
      .innerJoin("matches as m", (join) =>
        join.onRef("m.school_id", "=", "au.school_id").onRef("m.id", "=", "au.noun_id"),
      )
      .innerJoin("people as pe", (join) =>
        join.onRef("pe.school_id", "=", "m.school_id").onRef("pe.id", "=", "m.student_id"),
      )
      .innerJoin("listings as l", (join) =>
        join.onRef("l.school_id", "=", "m.school_id").onRef("l.id", "=", "m.listing_id"),
      )
      .innerJoin("placements as p", (join) =>
        join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
      )
      .leftJoin("people as by", (join) =>
        join.onRef("by.school_id", "=", "au.school_id").onRef("by.id", "=", "au.actor_id"),
      )
      .select([
        "au.id",
        "au.at",
        "au.transition",
        "au.actor_id",
        "by.name_used as by_name",
        "pe.full_name as student_full_name",
        "p.title",
      ])
      .where("au.school_id", "=", schoolId)
      .where("au.noun", "=", "match")
      // what a new plan overtakes nobody decided: the plan itself is the news
      .where((eb) => eb.not(eb.and([eb("au.transition", "=", "overtake"), eb("au.actor_kind", "=", "system")])))
      .where("au.at", ">", since.toISOString())
      .orderBy("au.at", "desc")
      .orderBy("au.id", "desc")
      .execute()
  );
}

/** Requests that were approved or declined on another page than the board since a moment, with who did it; the newest first. */
export function listRequestActs(tx: ScopeTx, { schoolId, since }: Since) {
  return tx
    .selectFrom("audit_log as au")
    .innerJoin("pursuits as u", (join) =>
      join.onRef("u.school_id", "=", "au.school_id").onRef("u.id", "=", "au.noun_id"),
    )
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "u.school_id").onRef("pe.id", "=", "u.student_id"),
    )
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "u.school_id").onRef("l.id", "=", "u.listing_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .leftJoin("people as by", (join) =>
      join.onRef("by.school_id", "=", "au.school_id").onRef("by.id", "=", "au.actor_id"),
    )
    .select([
      "au.id",
      "au.at",
      "au.transition",
      "au.actor_id",
      "by.name_used as by_name",
      "pe.full_name as student_full_name",
      "p.title",
    ])
    .where("au.school_id", "=", schoolId)
    .where("au.noun", "=", "pursuit")
    .where("au.transition", "in", ["approve", "decline"])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("matches as m")
            .select("m.id")
            .whereRef("m.school_id", "=", "u.school_id")
            .whereRef("m.pursuit_id", "=", "u.id"),
        ),
      ),
    )
    .where("au.at", ">", since.toISOString())
    .orderBy("au.at", "desc")
    .orderBy("au.id", "desc")
    .execute();
}

/** Which listings plans were to leave out or may use again since a moment, with who said so; the newest first. */
export function listPauseActs(tx: ScopeTx, { schoolId, since }: Since) {
  return tx
    .selectFrom("audit_log as au")
    .innerJoin("listings as l", (join) =>
      join.onRef("l.school_id", "=", "au.school_id").onRef("l.id", "=", "au.noun_id"),
    )
    .innerJoin("placements as p", (join) =>
      join.onRef("p.district_id", "=", "l.district_id").onRef("p.id", "=", "l.placement_id"),
    )
    .leftJoin("people as by", (join) =>
      join.onRef("by.school_id", "=", "au.school_id").onRef("by.id", "=", "au.actor_id"),
    )
    .select(["au.id", "au.at", "au.transition", "au.actor_id", "by.name_used as by_name", "p.title"])
    .where("au.school_id", "=", schoolId)
    .where("au.noun", "=", "plan_pause")
    .where("au.at", ">", since.toISOString())
    .orderBy("au.at", "desc")
    .orderBy("au.id", "desc")
    .execute();
}
