import { civilDate } from "~/clock";
import type { MentorInSchool } from "~/domain/actor";
import { clearanceKinds } from "~/domain/clearance/kinds";
import { endingChecks } from "~/domain/clearance/reminders";
import { SOON_DAYS } from "~/domain/clearance/standing";
import { groupBy } from "~/domain/group-by";
import { nextDay } from "~/domain/pursuit/next-day";
import { addDays, instantAt } from "~/domain/time";
import { VISIT_KINDS } from "~/domain/visit/visit-gates";
import { listSeatedPursuits } from "~/steps/present.server";
import { listShownVisitsOf, type ShownVisit } from "~/steps/shown-visits.server";
import { findTheirs } from "~/steps/unread-conversations.server";
import { listClearances } from "~db/clearances.server";
import { findCalendar } from "~db/lti-calendar.server";
import { listRunningDays } from "~db/running-days.server";
import { getSchool, getSettings } from "~db/schools.server";
import type { ScopeTx } from "~db/scope.server";
import { listUnreadOf } from "~db/unread.server";
import type { FirstContact } from "./list-first-contacts.server";

interface Turn {
  key: string;
  school: string;
  timeZone: string;
  /** Since when it waits (ISO instant). */
  since: string;
}

/** One thing that waits for a mentor, with the page of its one action; about a check they call the school. */
export type HostTurn =
  | (Turn & { kind: "answer" | "outcome" | "listing" | "still_open"; title: string; to: string })
  | (Turn & { kind: "messages"; title: string; to: string; count: number })
  | (Turn & { kind: "check"; type: string; endsOn: string; help: { name: string; phone: string } });

/** A student who comes to the mentor: for a visit, or on the next day of an internship that runs. */
export interface Coming {
  key: string;
  kind: string;
  pursuitId: string;
  title: string;
  school: string;
  /** The civil day where the school is; null where the days are agreed on from time to time. */
  day: string | null;
  /** Clock times where the school is ("HH:MM"); null where none are said. */
  from: string | null;
  to: string | null;
  place: string;
}

interface Asked {
  as: MentorInSchool;
  told: readonly FirstContact[];
  now: Date;
}

interface Here extends Asked {
  on: string;
  school: Awaited<ReturnType<typeof getSchool>>;
  /** What is under way where the mentor has a seat, by pursuit. */
  seated: ReadonlyMap<string, FirstContact>;
}

interface Found {
  waiting: HostTurn[];
  coming: Coming[];
}

const UNDER_WAY = ["contacted", "offered", "accepted"];

/**
 * What waits for a mentor at one school, and who comes to them. Where and when a minor is reaches only a mentor with a seat, so a
 * colleague reads of a student nothing but the first contact.
 */
export async function openHostAtSchool(tx: ScopeTx, asked: Asked): Promise<Found> {
  const school = await getSchool(tx, asked.as.schoolId);
  const on = civilDate(asked.now, school.time_zone);
  const here: Here = { ...asked, on, school, seated: await listSeated(tx, asked) };
  const visits = await visitsOf(tx, here);
  return {
    waiting: [
      ...answersOf(here),
      ...visits.waiting,
      ...(await messagesOf(tx, here)),
      ...(here.seated.size > 0 ? await checksOf(tx, here) : []),
    ],
    coming: [...visits.coming, ...(await daysOf(tx, here))],
  };
}

async function listSeated(tx: ScopeTx, { as, told }: Asked): Promise<Map<string, FirstContact>> {
  const going = told.filter(({ state }) => UNDER_WAY.includes(state));
  const { schoolId, mentorId } = as;
  const pursuitIds = going.map(({ pursuitId }) => pursuitId);
  const seated = await listSeatedPursuits(tx, { schoolId, mentorId, pursuitIds });
  return new Map(going.filter(({ pursuitId }) => seated.has(pursuitId)).map((contact) => [contact.pursuitId, contact]));
}

const whoWhere = ({ firstName, title }: FirstContact) => `${firstName} → ${title}`;
const atSchool = ({ name: school, time_zone: timeZone }: Here["school"]) => ({ school, timeZone });
const pageOf = (pursuitId: string) => `/mentor/pursuits/${pursuitId}`;

function answersOf({ told, school }: Here): HostTurn[] {
  return told
    .filter(({ state }) => state === "contacted")
    .map((contact) => ({
      ...{ kind: "answer", key: contact.pursuitId, title: whoWhere(contact), since: contact.disclosedAt },
      ...{ ...atSchool(school), to: pageOf(contact.pursuitId) },
    }));
}

/** Visits that are over wait for a word on how they went; the others are still to come. */
async function visitsOf(tx: ScopeTx, { as, seated, school, now }: Here): Promise<Found> {
  const found: Found = { waiting: [], coming: [] };
  const asked = { schoolId: as.schoolId, pursuitIds: [...seated.keys()], timeZone: school.time_zone, now };
  for (const visit of (await listShownVisitsOf(tx, asked)).filter(isOfStudent)) {
    const { pursuit_id: pursuitId } = visit;
    const contact = seated.get(pursuitId);
    if (!contact) continue;
    const endsAt = new Date(visit.ends_at ?? now);
    const about = { key: visit.id, title: whoWhere(contact) };
    if (endsAt <= now)
      found.waiting.push({
        ...{ ...about, kind: "outcome", since: endsAt.toISOString() },
        ...{ ...atSchool(school), to: pageOf(pursuitId) },
      });
    else
      found.coming.push({
        ...{ ...about, kind: visit.kind, pursuitId, school: school.name, place: visit.place },
        ...{ day: visit.day ?? null, from: visit.from ?? null, to: visit.to ?? null },
      });
  }
  return found;
}

const isOfStudent = ({ kind, state }: ShownVisit) =>
  state === "dated" && (VISIT_KINDS as readonly string[]).includes(kind);

async function daysOf(tx: ScopeTx, { as: { schoolId }, seated, school, on }: Here): Promise<Coming[]> {
  const rows = await listRunningDays(tx, { schoolId, pursuitIds: [...seated.keys()], on });
  if (rows.length === 0) return [];
  const closed = (await findCalendar(tx, { schoolId, on }))?.closed ?? [];
  return [...groupBy(rows, (row) => row.pursuitId)].flatMap(([pursuitId, days]) => {
    const contact = seated.get(pursuitId);
    const next = nextDay(days, { on, closed });
    const isOpen = days.every(({ weekday }) => weekday === null);
    if (!contact || (!next && !isOpen)) return [];
    return {
      ...{ key: `day-${pursuitId}`, kind: days[0]?.kind ?? "internship", pursuitId, title: whoWhere(contact) },
      ...{ school: school.name, day: next?.day ?? null, place: "" },
      ...{ from: next?.set.startsAtClock?.slice(0, 5) ?? null, to: next?.set.endsAtClock?.slice(0, 5) ?? null },
    };
  });
}

async function messagesOf(tx: ScopeTx, { as: { schoolId, mentorId }, told, school, on }: Here): Promise<HostTurn[]> {
  const reader = { personId: null, mentorId };
  const turns: HostTurn[] = [];
  for (const unread of await listUnreadOf(tx, { schoolId, reader, but: "shown" })) {
    const contact = told.find(({ pursuitId }) => pursuitId === unread.pursuitId);
    if (!contact || !(await findTheirs(tx, { schoolId, reader, on, seated: unread }))) continue;
    turns.push({
      ...{
        kind: "messages",
        key: unread.memberId,
        title: whoWhere(contact),
        since: unread.since,
        count: unread.messages,
      },
      ...{ ...atSchool(school), to: `/conversations/${unread.pursuitId}` },
    });
  }
  return turns;
}

/** Checks of the mentor's own that end soon and that nobody renews yet; each waits since the first day on which that was soon. */
async function checksOf(tx: ScopeTx, { as: { schoolId, mentorId }, school, on }: Here): Promise<HostTurn[]> {
  const types = clearanceKinds((await getSettings(tx, schoolId)).clearanceTypes).map(({ type }) => type);
  const own = await listClearances(tx, { schoolId, mentorIds: [mentorId] });
  return endingChecks(own, { types, on })
    .filter(({ isRenewing }) => !isRenewing)
    .map(({ type, endsOn }) => ({
      ...{ kind: "check", key: `${schoolId}-${type}`, type, endsOn, ...atSchool(school) },
      since: instantAt(school.time_zone, addDays(endsOn, -SOON_DAYS), 0),
      help: { name: school.help_name, phone: school.help_phone },
    }));
}
