import type { LinkActor, MentorActor } from "~/domain/actor";
import { type HostReason, whyForHost } from "~/domain/matching/why-for-host";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isHeld, shownState } from "~/domain/pursuit/shown-state";
import { findHost } from "~/steps/find-host.server";
import { findMentorSeat } from "~/steps/lead-seat.server";
import { listShownVisits, type ShownVisit } from "~/steps/shown-visits.server";
import type { Wiring } from "~/wiring";
import { listPlacementInterestRows } from "~db/match-evidence.server";
import { findMentor } from "~db/people.server";
import { findPursuit, type PursuitFacts } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";

export interface FirstContactPage {
  pursuitId: string;
  state: string;
  title: string;
  /** What the host was told, frozen at the disclosure; null once it was withdrawn. */
  told: { firstName: string; gradeBand: string; interests: string[] } | null;
  /** Why the student might fit, from the disclosure and what the host wrote; nothing once it was withdrawn. */
  reasons: HostReason[];
  /**
   * Whether who reads this leads the placement or stands in, with a seat in the conversation: they write with the student, colleagues
   * of theirs do not. `unread` while the school has not read yet that they are named.
   */
  isTheirs: "yes" | "no" | "unread";
  /**
   * Days on which the student comes, came or was to come, for a mentor with a seat: where and when a minor is reaches no adult of
   * whom the school has not read that the placement names them, also no colleague. Nothing once the disclosure was withdrawn.
   */
  visits: ShownVisit[];
  school: { name: string; helpName: string; helpPhone: string; timeZone: string };
}

/** What keeps somebody apart is staff's to know: they read what colleagues read. */
const IS_THEIRS: Readonly<Record<string, FirstContactPage["isTheirs"]>> = { seated: "yes", unread: "unread" };

/** What a host sees of a pursuit: the disclosure, and nothing that is not in it. */
export async function openFirstContact(
  wiring: Wiring,
  actor: LinkActor | MentorActor,
  input: { pursuitId: string },
): Promise<Outcome<FirstContactPage, "not_found">> {
  const found = await findHost(wiring, actor, input.pursuitId);
  if (!found) return refused("not_found");
  const { host, disclosure } = found;
  return withScope(wiring, host, async (tx) => {
    const pursuit = await findPursuit(tx, { schoolId: host.schoolId, pursuitId: input.pursuitId });
    if (pursuit?.organisation_id !== host.organisationId) return refused("not_found");
    const school = await getSchool(tx, host.schoolId);
    const { school_id: schoolId, pursuit_id: pursuitId } = pursuit;
    const isPaused = isHeld(pursuit);
    const shown = { schoolId, pursuitId, timeZone: school.time_zone, now: wiring.clock.now() };
    const mentorId = actor.kind === "mentor" ? actor.mentorId : actor.personId;
    const seat = await findMentorSeat(tx, pursuit, mentorId);
    return done({
      pursuitId,
      state: shownState({ state: pursuit.state, isPaused }),
      title: pursuit.title,
      told: disclosure
        ? { firstName: disclosure.first_name, gradeBand: disclosure.grade_band, interests: disclosure.interests }
        : null,
      reasons: disclosure ? await reasonsOf(tx, pursuit, disclosure.interests) : [],
      isTheirs: actor.kind === "mentor" && disclosure ? (IS_THEIRS[seat] ?? "no") : "no",
      visits: disclosure && !isPaused && seat === "seated" ? await listToldVisits(tx, shown) : [],
      school: {
        name: school.name,
        helpName: school.help_name,
        helpPhone: school.help_phone,
        timeZone: school.time_zone,
      },
    });
  });
}

/** All but those that are only proposed: of these nobody but staff has heard. */
async function listToldVisits(tx: ScopeTx, asked: Parameters<typeof listShownVisits>[1]): Promise<ShownVisit[]> {
  return (await listShownVisits(tx, asked)).filter(({ state }) => state !== "proposed");
}

async function reasonsOf(tx: ScopeTx, pursuit: PursuitFacts, toldInterests: string[]): Promise<HostReason[]> {
  const { district_id: districtId, placement_id: placementId, lead_mentor_id: mentorId } = pursuit;
  const tags = await listPlacementInterestRows(tx, { districtId, placementIds: [placementId] });
  const mentor = mentorId ? await findMentor(tx, { districtId, mentorId }) : undefined;
  return whyForHost({
    toldInterests,
    placementInterests: tags.map((tag) => tag.interest_id),
    mentorInterests: mentor?.interests ?? [],
  });
}
