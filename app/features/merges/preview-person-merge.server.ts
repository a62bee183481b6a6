import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { disputedRights, type GuardianFault, sharedLinks } from "~/domain/merge/guardians";
import { mayMerge } from "~/domain/merge/policy";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { LinkRights } from "~/domain/people/link-rights";
import type { Wiring } from "~/wiring";
import { countOfGuardian, type GuardianCounts } from "~db/guardian-facts.server";
import { findPersonRows, type PersonRow } from "~db/merged-people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { type NamedStanding, weighGuardians } from "./guardian-standing.server";

export interface PreviewedPerson {
  id: string;
  seal: string;
  fullName: string;
  nameUsed: string;
  language: string;
  children: string[];
  mails: string[];
  phones: string[];
}

/** A right that one of two ties to the same student gives and the other does not. */
export interface DisputedRight {
  studentId: string;
  student: string;
  right: keyof LinkRights;
  /** Who of the two has it. */
  hasIt: "kept" | "other";
  /** False where a document took it: then it is gone for the one that stays. */
  mayBeGiven: boolean;
}

export interface PersonPreview {
  kept: PreviewedPerson;
  other: PreviewedPerson;
  counts: GuardianCounts;
  disputed: DisputedRight[];
  /** Students whose family the one that stays was not until then. */
  newChildren: string[];
  /** Addresses to which mails about the students of the one that stays may go from then on. */
  newMails: string[];
  /** Why the two cannot be made one, or null. */
  fault: GuardianFault | null;
}

/** What would become of two guardians of the school who are one person. Changes nothing. */
export async function previewPersonMerge(
  wiring: Wiring,
  actor: Actor,
  { keptId, otherId }: { keptId: string; otherId: string },
): Promise<Outcome<PersonPreview, "not_permitted" | "not_found">> {
  if (!mayMerge(actor)) return refused("not_permitted");
  const { schoolId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const rows = await findPersonRows(tx, { schoolId, ids: [keptId, otherId] });
    const [kept, other] = [rows.get(keptId), rows.get(otherId)];
    if (!kept || !other || keptId === otherId || kept.mergedInto || other.mergedInto) return refused("not_found");
    const on = civilDate(wiring.clock.now(), (await getSchool(tx, schoolId)).time_zone);
    const two = await weighGuardians(tx, { schoolId, kept, other, on });
    const known = new Set(two.kept.links.map(({ studentId }) => studentId));
    const [shownKept, shownOther] = [shown(kept), shown(other)];
    return done({
      ...{ kept: shownKept, other: shownOther },
      counts: await countOfGuardian(tx, { schoolId, guardianId: otherId }),
      disputed: disputedOf(two),
      newChildren: two.other.links.flatMap((link) =>
        known.has(link.studentId) || link.isOver ? [] : link.studentName,
      ),
      newMails: shownOther.mails.filter((mail) => !shownKept.mails.includes(mail)),
      fault: two.fault,
    });
  });
}

function disputedOf({ kept, other }: { kept: NamedStanding; other: NamedStanding }): DisputedRight[] {
  return sharedLinks(kept.links, other.links)
    .filter((two) => !two.kept.isOver)
    .flatMap((two) =>
      disputedRights(two).map(({ right, mayBeGiven }) => ({
        studentId: two.kept.studentId,
        student: kept.links.find(({ studentId }) => studentId === two.kept.studentId)?.studentName ?? "",
        ...{ right, hasIt: two.kept.rights[right] ? ("kept" as const) : ("other" as const), mayBeGiven },
      })),
    );
}

function shown({ id, seal, fullName, nameUsed, language, children, points }: PersonRow): PreviewedPerson {
  const values = (...kinds: string[]) => points.flatMap(({ kind, value }) => (kinds.includes(kind) ? value : []));
  return {
    ...{ id, seal, fullName, nameUsed, language, children },
    ...{ mails: values("mail").map((mail) => mail.toLowerCase()), phones: values("phone", "sms") },
  };
}
