import { civilDate } from "~/clock";
import type { Actor, StaffActor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import type { ContactKind } from "~/domain/people/contact";
import { hasEnded } from "~/domain/people/has-ended";
import type { LegalBasis } from "~/domain/people/link-rights";
import { mayKeepPeople, mayKeepStaff } from "~/domain/people/policy";
import { stageOf } from "~/domain/people/transfer";
import type { Wiring } from "~/wiring";
import { listAdvisories } from "~db/advisories.server";
import type { SchoolRole } from "~db/memberships.server";
import { findWhoPersonIs } from "~db/merged-people.server";
import { findAdvisoryOf, findPerson, listContactPoints, listLinksOf, listMembershipsOf } from "~db/person-page.server";
import { listStaff } from "~db/safeguarding-leads.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { findWhomToAsk } from "~db/transfer-warnings.server";
import { findTransferOf } from "~db/transfers.server";
import { readInviting } from "./read-inviting.server";

/** Everything a school keeps of one of its people: names, places, family, contact points, advisory. Whoever went into somebody is that one. */
export async function openPerson(wiring: Wiring, actor: Actor, { personId }: { personId: string }) {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const person = await findPerson(tx, { schoolId, personId });
    if (!person) return refused("not_found");
    const who = person.merged_into === null ? personId : await findWhoPersonIs(tx, { schoolId, personId });
    if (who && who !== personId) return refused("went_into", { personId: who });
    const now = wiring.clock.now();
    const { time_zone: timeZone } = await getSchool(tx, schoolId);
    const today = civilDate(now, timeZone);
    const memberships = await listMembershipsOf(tx, { schoolId, personId });
    const advisories = await listAdvisories(tx, { schoolId });
    const links = await linksOf(tx, { schoolId, personId, today });
    const isStudent = person.student_id !== null;
    return done({
      today,
      inviting: await readInviting(tx, { schoolId, personId, memberships, today, timeZone, now }),
      isStudent,
      mayBeTwice: person.left_on ? null : asWhat(actor, { personId, isStudent, memberships, links, today }),
      person: {
        id: person.id,
        fullName: person.full_name,
        nameUsed: person.name_used,
        nameUsedFor: person.name_used_for as "everyone" | "staff",
        pronunciation: person.pronunciation,
        pronouns: person.pronouns,
        language: person.language,
        bornOn: person.born_on,
        leftOn: person.left_on,
        grade: person.grade,
        studentNumber: person.student_number,
        spoken: person.languages ?? [],
        isOptedOut: person.directory_opt_out ?? false,
      },
      memberships: memberships.map(({ id, role, from_on: fromOn, to_on: toOn }) => ({
        id,
        role: role as SchoolRole,
        fromOn,
        toOn,
        isOver: hasEnded(toOn, today),
        mayEnd: role !== "student" && mayEnd(actor, role as SchoolRole, personId),
      })),
      contacts: (await listContactPoints(tx, { schoolId, personId })).map((point) => ({
        id: point.id,
        kind: point.kind as ContactKind,
        value: point.value,
        isPreferred: point.preferred,
        isShared: point.shared,
        isProved: point.verified_at !== null,
        isDead: point.undeliverable_at !== null,
      })),
      transfer: isStudent ? await readTransfer(tx, { schoolId, studentId: personId, today }) : null,
      links,
      asksFirst: isStudent ? ((await findWhomToAsk(tx, { schoolId, studentId: personId })) ?? null) : null,
      advisory: isStudent ? ((await findAdvisoryOf(tx, { schoolId, studentId: personId, on: today })) ?? null) : null,
      advisories,
      ownAdvisories: advisories.filter(({ advisor_id: advisorId }) => advisorId === personId),
      staff: (await listStaff(tx, { schoolId, on: today })).map(({ personId: id, fullName }) => ({ id, fullName })),
    });
  });
}

interface Standing {
  personId: string;
  isStudent: boolean;
  memberships: readonly { role: string; to_on: string | null }[];
  links: readonly { other: { is: string } }[];
  today: string;
}

/** As what the reader may look whether somebody is there twice, or null: nobody looks for themself among the staff. */
function asWhat(actor: StaffActor, { personId, isStudent, memberships, links, today }: Standing) {
  if (isStudent) return "students";
  if (memberships.every(({ role }) => role === "guardian"))
    return links.some(({ other }) => other.is === "student") ? "people" : null;
  const isStaff = memberships.some(({ role, to_on }) => role !== "guardian" && !hasEnded(to_on, today));
  return isStaff && actor.role === "admin" && actor.personId !== personId ? "staff" : null;
}

function mayEnd(actor: Actor, role: SchoolRole, personId: string): boolean {
  if (actor.kind !== "staff" || actor.personId === personId) return false;
  return role === "student" || role === "guardian" ? mayKeepPeople(actor) : mayKeepStaff(actor, role);
}

/** Where a student goes, or went; null where nobody said so, or it came to nothing. */
async function readTransfer(tx: ScopeTx, { today, ...asked }: { schoolId: string; studentId: string; today: string }) {
  const transfer = await findTransferOf(tx, asked);
  const stage = transfer && stageOf(transfer, today);
  if (!transfer || !stage || stage === "taken_back" || stage === "lapsed" || stage === "refused") return null;
  const { to_school: toSchool, first_day: firstDay, last_day: lastDay } = transfer;
  return { toSchool, firstDay, lastDay, stage };
}

async function linksOf(
  tx: ScopeTx,
  { schoolId, personId, today }: { schoolId: string; personId: string; today: string },
) {
  const links = await listLinksOf(tx, { schoolId, personId });
  return links.map((link) => ({
    id: link.id,
    /** Who stands on the other side. */
    other:
      link.student_id === personId
        ? { id: link.guardian_id, name: link.guardian_name, is: "guardian" as const, language: link.guardian_language }
        : { id: link.student_id, name: link.student_name, is: "student" as const, language: null },
    relationship: link.relationship,
    legalBasis: link.legal_basis as LegalBasis,
    mayConsent: link.may_consent,
    maySeeRecords: link.may_see_records,
    mayKnowWhereabouts: link.may_know_whereabouts,
    callOrder: link.call_order,
    isUndecided: link.rights_undecided,
    toOn: link.to_on,
    isOver: hasEnded(link.to_on, today),
  }));
}
