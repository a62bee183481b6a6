import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { type DistrictNoun, withoutApart } from "~/domain/merge/apart";
import { findPersonTwins, type PersonLikeness } from "~/domain/merge/person-twins";
import { mayMerge } from "~/domain/merge/policy";
import { UNDO_DAYS } from "~/domain/merge/undo";
import { findTwins, type Likeness } from "~/domain/organisation/twins";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Wiring } from "~/wiring";
import { listMoves } from "~db/merge-moves.server";
import { listComparedMentors, nameOfWhole } from "~db/merged-mentors.server";
import { factsOfWhole } from "~db/merged-organisations.server";
import { listStandingMerges, type MergeRecord } from "~db/merges.server";
import { listComparedOrganisations } from "~db/organisation-facts.server";
import { findOrganisation } from "~db/organisation-mentors.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listTwinsApart } from "~db/twins-apart.server";
import { listPersonTwins, type PersonTwinsList } from "./list-person-twins.server";
import { listStaffTwins, type StaffTwinsList } from "./list-staff-twins.server";
import { listStudentTwins, type StudentTwinsList } from "./list-student-twins.server";
import type { ListedMerge, SaidApart } from "./listed-twins";

export interface NamedOrganisation {
  id: string;
  name: string;
}

export interface TwinsList {
  pairs: { one: NamedOrganisation; other: NamedOrganisation; because: Likeness[] }[];
  /** What can still be undone, the latest first. */
  merges: ListedMerge[];
  /** What staff said not to be the same, the latest first. */
  apart: SaidApart<NamedOrganisation>[];
  mentors: MentorTwinsList;
  people: PersonTwinsList;
  students: StudentTwinsList;
  staff: StaffTwinsList | null;
  timeZone: string;
}

export interface MentorTwinsList {
  pairs: { one: NamedMentor; other: NamedMentor; because: PersonLikeness[] }[];
  merges: ListedMerge[];
  apart: SaidApart<NamedMentor>[];
}

/** A mentor with the organisations that tell two of one name apart. */
export interface NamedMentor extends NamedOrganisation {
  organisations: string;
}

/** Organisations and mentors of the district and people of the school that may be there twice, and what staff made one of two in the last week. */
export async function listTwins(wiring: Wiring, actor: Actor): Promise<Outcome<TwinsList, "not_permitted">> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { districtId, schoolId } = actor;
  const since = daysLater(wiring.clock.now(), -UNDO_DAYS);
  return withScope(wiring, actor, async (tx) => {
    const compared = await listComparedOrganisations(tx, { districtId });
    const organisations = compared.map(({ id, name }) => ({ id, name }));
    const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    const apart = await listApart(tx, { districtId, noun: "organisation" });
    const pairs = withoutApart(findTwins(compared), apart).flatMap(({ oneId, otherId, because }) => {
      const [one, other] = [byId.get(oneId), byId.get(otherId)];
      return one && other ? { one, other, because } : [];
    });
    const merges = [];
    for (const merge of await listStandingMerges(tx, { districtId, noun: "organisation", since }))
      merges.push(...(await nameMerge(tx, { districtId, merge })));
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const mentors = await listMentorTwins(tx, { districtId, since });
    return done({
      ...{ pairs, merges, apart: named(apart, byId), mentors, timeZone },
      people: await listPersonTwins(tx, { actor, now: wiring.clock.now() }),
      students: await listStudentTwins(tx, { actor, now: wiring.clock.now() }),
      staff: await listStaffTwins(tx, { actor, now: wiring.clock.now() }),
    });
  });
}

/** Nothing of a merge whose rows are forgotten at this moment. */
async function nameMerge(tx: ScopeTx, { districtId, merge }: { districtId: string; merge: MergeRecord }) {
  const { id, kept_id: keptId, gone_id: goneId, merged_at: mergedAt, school_name: school } = merge;
  const befores = await listMoves(tx, { districtId, mergeId: id, table: "organisations", schoolId: null });
  const whole = (organisationId: string) => befores.find(({ key }) => key.id === organisationId)?.before;
  const [gone, keptBefore] = [whole(goneId), whole(keptId)];
  const kept = (await findOrganisation(tx, { districtId, organisationId: keptId }))?.name;
  if (!gone || !keptBefore) return [];
  return [{ id, gone: factsOfWhole(gone).name, kept: kept ?? factsOfWhole(keptBefore).name, mergedAt, school }];
}

async function listMentorTwins(
  tx: ScopeTx,
  { districtId, since }: { districtId: string; since: Date },
): Promise<MentorTwinsList> {
  const compared = await listComparedMentors(tx, { districtId });
  const all = compared.map(({ id, name, organisations }) => ({ id, name, organisations }));
  const byId = new Map(all.map((mentor) => [mentor.id, mentor]));
  const apart = await listApart(tx, { districtId, noun: "mentor" });
  const pairs = withoutApart(findPersonTwins(compared), apart).flatMap(({ oneId, otherId, because }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    return one && other ? { one, other, because } : [];
  });
  const merges = [];
  for (const merge of await listStandingMerges(tx, { districtId, noun: "mentor", since })) {
    const { id, kept_id: keptId, gone_id: goneId, merged_at: mergedAt, school_name: school } = merge;
    const befores = await listMoves(tx, { districtId, mergeId: id, table: "mentors", schoolId: null });
    const whole = (mentorId: string) => befores.find(({ key }) => key.id === mentorId)?.before;
    const [gone, keptBefore] = [whole(goneId), whole(keptId)];
    if (!gone || !keptBefore) continue;
    const kept = byId.get(keptId)?.name ?? nameOfWhole(keptBefore).fullName;
    merges.push({ id, gone: nameOfWhole(gone).fullName, kept, mergedAt, school });
  }
  return { pairs, merges, apart: named(apart, byId) };
}

async function listApart(tx: ScopeTx, of: { districtId: string; noun: DistrictNoun }) {
  return (await listTwinsApart(tx, of)).map((row) => ({
    ...{ oneId: row.one_id, otherId: row.other_id },
    ...{ school: row.school_name, saidAt: row.said_at },
  }));
}

function named<Named>(
  apart: Awaited<ReturnType<typeof listApart>>,
  byId: ReadonlyMap<string, Named>,
): SaidApart<Named>[] {
  return apart.flatMap(({ oneId, otherId, school, saidAt }) => {
    const [one, other] = [byId.get(oneId), byId.get(otherId)];
    return one && other ? { one, other, school, saidAt } : [];
  });
}
