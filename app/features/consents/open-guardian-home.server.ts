import { civilDate, daysLater } from "~/clock";
import type { GuardianActor } from "~/domain/actor";
import { holdsOwnRights, maySeeRecordsOn } from "~/domain/consent/holder";
import { isHeld, shownState } from "~/domain/pursuit/shown-state";
import { toMeetingLine } from "~/steps/meeting-line";
import { findNextSteps } from "~/steps/next-steps.server";
import type { Wiring } from "~/wiring";
import { listConsents } from "~db/consents.server";
import { listLastCalls } from "~db/first-calls.server";
import { hasUndecidedLink } from "~db/goes-along.server";
import { listProfiled } from "~db/interest-sittings.server";
import { listComingMeetings } from "~db/meetings.server";
import { listChildren } from "~db/people.server";
import { listPursuits } from "~db/pursuits.server";
import { getSchool } from "~db/schools.server";
import { type ScopeTx, withScope } from "~db/scope.server";
import { listComingVisits } from "~db/visits.server";

const GOING = ["requested", "approved", "contacted", "offered", "accepted"];
/** A mail tells the family of these ends and leads here; so long the page still shows them. */
const ENDED = ["completed", "not_taken", "withdrawn", "expired"];
const ENDED_SHOWN_DAYS = 60;

/**
 * A guardian's page: each child with what goes on, as far as the link's rights allow, and what needs an answer. From 18 on
 * records and consents are the student's own (FERPA): a guardian reads the ones only where the student lets them, and never the others.
 */
export async function openGuardianHome(wiring: Wiring, actor: GuardianActor) {
  const { schoolId, personId: guardianId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const on = civilDate(wiring.clock.now(), school.time_zone);
    const since = daysLater(wiring.clock.now(), -ENDED_SHOWN_DAYS);
    const consents = await listConsents(tx, { schoolId, guardianId });
    const children = [];
    const linked = await listChildren(tx, { schoolId, guardianId, on });
    for (const child of linked.filter((link) => !link.rights_undecided)) {
      const { student_id: studentId, may_know_whereabouts: mayKnowWhereabouts } = child;
      const decidesAlone = holdsOwnRights(child.born_on, on);
      const maySeeRecords = maySeeRecordsOn(readingOf(child), on);
      const mayConsent = child.may_consent && !decidesAlone;
      const now = wiring.clock.now();
      const pursuits = maySeeRecords ? await listShown(tx, { schoolId, studentId, since }) : [];
      const [profiled] = maySeeRecords ? await listProfiled(tx, { schoolId, studentIds: [studentId] }) : [];
      // Nobody goes to a place that is paused.
      const going = pursuits.filter(({ mentor_suspended_at }) => mentor_suspended_at === null);
      const pursuitIds = mayKnowWhereabouts ? going.map(({ pursuit_id }) => pursuit_id) : [];
      const visits = await listComingVisits(tx, { schoolId, pursuitIds, states: ["dated"], now });
      const called = await listLastCalls(tx, { schoolId, pursuitIds: pursuits.map(({ pursuit_id }) => pursuit_id) });
      // A talk about a child is of their records, and says where they are: time and place only where the guardian may know that.
      const meetings = await listComingMeetings(tx, { schoolId, studentIds: maySeeRecords ? [studentId] : [], now });
      const whereaboutsOf = new Set(mayKnowWhereabouts ? [studentId] : []);
      const alone = new Set(decidesAlone ? [studentId] : []);
      const nextOf = await findNextSteps(tx, { schoolId, pursuits, alone, whereaboutsOf, now });
      children.push({
        id: studentId,
        name: child.name_used,
        decidesAlone,
        maySeeRecords,
        sharesProfile: profiled?.forFamily ?? false,
        // The title may name the place, so it is kept back with it.
        pursuits: pursuits.map((row) => {
          const { pursuit_id: id, kind, title, organisation_name: organisation, ...pursuit } = row;
          const state = shownState({ state: pursuit.state, isPaused: isHeld(pursuit) });
          const place = mayKnowWhereabouts ? { title, organisation } : { title: null, organisation: null };
          // Where and when a child goes is written there.
          const hasConversation = mayKnowWhereabouts && pursuit.contacted_at !== null;
          const { step, by } = nextOf(row);
          const last = called.find((call) => call.pursuit_id === id);
          const lastCall = last ? { outcome: last.outcome, at: last.logged_at } : null;
          return { id, state, kind, hasConversation, next: { step, by }, lastCall, ...place };
        }),
        // Only for who may know where a child is.
        visits: visits.map((visit) => ({
          ...visit,
          organisation: pursuits.find(({ pursuit_id }) => pursuit_id === visit.pursuit_id)?.organisation_name ?? "",
        })),
        meetings: mayKnowWhereabouts ? meetings.map(toMeetingLine) : [],
        askedTo: mayKnowWhereabouts
          ? []
          : meetings.filter(({ family_asked }) => family_asked).map(({ id, with_name }) => ({ id, with: with_name })),
        consents: consents
          .filter((consent) => mayConsent && consent.student_id === studentId)
          .map(({ id, purpose, state }) => ({ id, purpose, state })),
      });
    }
    const { name, time_zone: timeZone, help_name: helpName, help_phone: helpPhone } = school;
    return {
      children,
      /** Of a child of theirs the school has not decided yet what they may see: nothing of that child is here. */
      isUndecided: await hasUndecidedLink(tx, { schoolId, guardianId, on }),
      school: { name, timeZone, helpName, helpPhone },
    };
  });
}

function readingOf(child: Awaited<ReturnType<typeof listChildren>>[number]) {
  return {
    bornOn: child.born_on,
    maySeeRecords: child.may_see_records,
    studentLetsSee: child.student_lets_see,
  };
}

/** What goes on, then what a host was asked for and ended lately. */
async function listShown(
  tx: ScopeTx,
  { schoolId, studentId, since }: { schoolId: string; studentId: string; since: Date },
) {
  const going = await listPursuits(tx, { schoolId, studentId, states: GOING });
  const ended = await listPursuits(tx, { schoolId, studentId, states: ENDED, order: "newest" });
  const lately = ended.filter(({ contacted_at, ended_at }) => contacted_at && ended_at && new Date(ended_at) >= since);
  return [...going, ...lately];
}
