import type { MentorActor, SchoolActor } from "~/domain/actor";
import type { Channel } from "~/domain/consent/lifecycle";
import type { ScopeTx } from "./scope.server";

export interface Act {
  actor: SchoolActor | MentorActor;
  noun: string;
  nounId: string;
  transition: string;
  from?: string | null;
  to?: string | null;
  reason?: string;
  /** How it reached us; left out, the actor's own way counts (page, mailed link or job). */
  channel?: Channel;
  onBehalfOf?: string | null;
  language?: string | null;
  interpreter?: string;
  evidence?: string;
  now: Date;
}

/** Adds one row to the audit log of the actor's school, or of the organisation when a mentor acts there. */
export async function recordAct(tx: ScopeTx, act: Act): Promise<void> {
  await tx.insertInto("audit_log").values(rowOf(act)).execute();
}

/** The same for many acts. */
export async function recordActs(tx: ScopeTx, acts: readonly Act[]): Promise<void> {
  for (let start = 0; start < acts.length; start += AT_ONCE)
    await tx
      .insertInto("audit_log")
      .values(acts.slice(start, start + AT_ONCE).map(rowOf))
      .execute();
}

/** Rows of one statement: each has 18 parameters, and PostgreSQL takes 65,535. */
const AT_ONCE = 500;

function rowOf(act: Act) {
  const { actor } = act;
  return {
    school_id: actor.schoolId ?? null,
    district_id: actor.districtId,
    organisation_id: "organisationId" in actor ? actor.organisationId : null,
    at: act.now.toISOString(),
    actor_kind: actor.kind,
    actor_id: actorId(actor),
    actor_note: actor.kind === "system" ? actor.job : actor.kind === "link" ? actor.linkKind : "",
    on_behalf_of: act.onBehalfOf ?? (actor.kind === "system" ? actor.onBehalfOf : null) ?? null,
    channel: act.channel ?? ownChannel(actor),
    language: act.language ?? null,
    interpreter: act.interpreter ?? "",
    evidence: act.evidence ?? "",
    noun: act.noun,
    noun_id: act.nounId,
    transition: act.transition,
    from_state: act.from ?? null,
    to_state: act.to ?? null,
    reason: act.reason ?? "",
  };
}

function actorId(actor: SchoolActor | MentorActor): string | null {
  if (actor.kind === "system") return null;
  return actor.kind === "mentor" ? actor.mentorId : actor.personId;
}

function ownChannel(actor: SchoolActor | MentorActor): "web" | "link" | "system" {
  if (actor.kind === "link") return "link";
  return actor.kind === "system" ? "system" : "web";
}

/** What staff took down for one person about one thing, oldest first; without a name for who is none of the school's people any more. */
export function listRecordedFor(
  tx: ScopeTx,
  about: { schoolId: string; noun: string; nounId: string; onBehalfOf: string },
) {
  return tx
    .selectFrom("audit_log as a")
    .leftJoin("people as p", (join) => join.onRef("p.school_id", "=", "a.school_id").onRef("p.id", "=", "a.actor_id"))
    .select(["a.id", "a.at", "a.transition", "a.channel", "p.full_name as recordedBy"])
    .where("a.school_id", "=", about.schoolId)
    .where("a.noun", "=", about.noun)
    .where("a.noun_id", "=", about.nounId)
    .where("a.on_behalf_of", "=", about.onBehalfOf)
    .where("a.actor_kind", "=", "staff")
    .orderBy("a.at")
    .orderBy("a.id")
    .execute();
}

/** Whether one of these acts was done to any of these since a moment, whatever it changed. */
export async function hasActSince(
  tx: ScopeTx,
  about: { schoolId: string; noun: string; nounIds: readonly string[]; transitions: readonly string[]; since: string },
): Promise<boolean> {
  if (about.nounIds.length === 0) return false;
  const row = await tx
    .selectFrom("audit_log")
    .select("id")
    .where("school_id", "=", about.schoolId)
    .where("noun", "=", about.noun)
    .where("noun_id", "in", [...about.nounIds])
    .where("transition", "in", [...about.transitions])
    .where("at", ">=", about.since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What happened to one thing, oldest first. */
export function listActs(tx: ScopeTx, subject: { schoolId: string; noun: string; nounId: string }) {
  return tx
    .selectFrom("audit_log")
    .selectAll()
    .where("school_id", "=", subject.schoolId)
    .where("noun", "=", subject.noun)
    .where("noun_id", "=", subject.nounId)
    .orderBy("at")
    .orderBy("id")
    .execute();
}
