import { actInSchool, type MentorActor } from "~/domain/actor";
import { groupBy } from "~/domain/group-by";
import type { Wiring } from "~/wiring";
import { listStandingDepartures } from "~db/departures.server";
import { listGivenBack } from "~db/offered-listings.server";
import { findMentor } from "~db/people.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listAskedOfOrganisation } from "~db/still-open.server";
import { type Coming, type HostTurn, openHostAtSchool } from "./host-at-school.server";
import { type FirstContact, listFirstContacts } from "./list-first-contacts.server";

export interface MentorHome {
  /** What waits for a word of the mentor, the longest waiting first. */
  waiting: HostTurn[];
  /** Who comes when, the next first; who comes without a set day is last. */
  coming: Coming[];
  /** Students the organisation was told about, whose first contact is answered. */
  students: FirstContact[];
  /** The mentor's last day here, where one is said. */
  lastDay: string | null;
}

/**
 * A mentor's home: what waits for them at every school, ordered by who waits longest, and who comes next. First contacts and listings are
 * the organisation's; days, messages and checks are those of the mentor alone, and only where they have a seat. A suspended mentor
 * reads none of it.
 */
export async function openMentorHome(wiring: Wiring, actor: MentorActor): Promise<MentorHome> {
  const own = await withScope(wiring, actor, (tx) => openOwn(tx, actor));
  if (!own) return { waiting: [], coming: [], students: [], lastDay: null };
  const contacts = await listFirstContacts(wiring, actor);
  const now = wiring.clock.now();
  const waiting = [...own.givenBack, ...own.asked];
  const coming: Coming[] = [];
  for (const [schoolId, told] of groupBy(contacts, (contact) => contact.schoolId)) {
    const as = actInSchool(actor, { schoolId });
    const here = await withScope(wiring, as, (tx) => openHostAtSchool(tx, { as, told, now }));
    waiting.push(...here.waiting);
    coming.push(...here.coming);
  }
  return {
    waiting: waiting.sort((a, b) => a.since.localeCompare(b.since) || a.key.localeCompare(b.key)),
    coming: coming.sort((a, b) => whenOf(a).localeCompare(whenOf(b)) || a.key.localeCompare(b.key)),
    students: contacts.filter(({ state }) => state !== "contacted"),
    lastDay: own.lastDay,
  };
}

const NO_DAY = "9999";
const whenOf = ({ day, from }: Coming) => `${day ?? NO_DAY} ${from ?? ""}`;

async function openOwn(tx: ScopeTx, actor: MentorActor) {
  const mentor = await findMentor(tx, actor);
  if (!mentor || mentor.suspended_at !== null) return undefined;
  const departures = await listStandingDepartures(tx, actor);
  const givenBack = (await listGivenBack(tx, actor)).map(
    (listing): HostTurn => ({
      kind: "listing",
      key: listing.id,
      title: listing.title,
      ...{
        school: listing.school_name,
        timeZone: listing.time_zone,
        since: new Date(listing.updated_at).toISOString(),
      },
      to: `/mentor/placements/${listing.placement_id}`,
    }),
  );
  const asked = (await listAskedOfOrganisation(tx, actor)).map(
    (listing): HostTurn => ({
      kind: "still_open",
      key: `still_open:${listing.id}`,
      title: listing.title,
      ...{ school: listing.school_name, timeZone: listing.time_zone, since: new Date(listing.asked_at).toISOString() },
      to: `/mentor/placements/${listing.placement_id}`,
    }),
  );
  const leaving = departures.find((row) => row.organisation_id === actor.organisationId);
  return { givenBack, asked, lastDay: leaving?.last_day ?? null };
}
