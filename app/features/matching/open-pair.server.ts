import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { safeguardOf } from "~/domain/matching/eligibility";
import { matchPair } from "~/domain/matching/pair";
import { placeInPlan } from "~/domain/matching/place-in-plan";
import { rankPlacementsFor } from "~/domain/matching/rank";
import { scoreDifference } from "~/domain/matching/score-difference";
import { done, refused } from "~/domain/outcome";
import { mayDecidePursuits } from "~/domain/pursuit/policy";
import { gatherEvidence } from "~/steps/match-evidence.server";
import type { Wiring } from "~/wiring";
import { findListing } from "~db/listings.server";
import { listListingTitles } from "~db/matches.server";
import { countMentorSeats } from "~db/mentor-seats.server";
import { findRuling } from "~db/pair-rulings.server";
import { findStudent } from "~db/people.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";
import { findBoardPairs } from "./board-pairs.server";
import { newsOf } from "./list-board-news.server";
import { stopOf, whereStudentsStand } from "./where-students-stand.server";

/** Other places shown beside a pair. */
const ALTERNATIVES = 5;

/**
 * One pair from both sides: words, constraints with their datum, parts, what is not known, what coordinators settled, what
 * the plan says, and the student's best other places with what differs.
 */
export async function openPair(wiring: Wiring, actor: Actor, asked: { studentId: string; listingId: string }) {
  if (actor.kind !== "staff" || !mayDecidePursuits(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  const { studentId, listingId } = asked;
  const now = wiring.clock.now();
  return withScope(wiring, actor, async (tx) => {
    const person = await findStudent(tx, { schoolId, studentId });
    const listing = person && (await findListing(tx, { schoolId, listingId }));
    if (!person || !listing) return refused("not_found");
    const all = await gatherEvidence(tx, { schoolId, districtId, now, studentId });
    const [student] = all.students;
    // A listing that is not published now is not among those of a plan, and a pair with it can be looked at all the same.
    const placement =
      all.placements.find((one) => one.listingId === listingId) ??
      (await gatherEvidence(tx, { schoolId, districtId, now, studentId, listingIds: [listingId] })).placements[0];
    if (!student || !placement) return refused("not_found");
    const { context } = all;
    const match = matchPair(student, placement, context);
    const board = await findBoardPairs(tx, schoolId);
    const plan = board?.pairs ?? [];
    const listings = await listListingTitles(tx, schoolId);
    const titles = new Map(listings.map((row) => [row.id, row]));
    const others = rankPlacementsFor({
      student,
      placements: all.placements.filter((one) => one.listingId !== listingId),
      context,
      limit: ALTERNATIVES,
    }).ranked;
    const placements = new Map(all.placements.map((one) => [one.listingId, one]));
    const mentorId = placement.leadMentor?.id;
    const on = civilDate(now, (await getSchool(tx, schoolId)).time_zone);
    const ruling = await findRuling(tx, { schoolId, studentId, listingId });
    const proposal = plan.find((row) => row.studentId === studentId && row.listingId === listingId) ?? null;
    const standing = { schoolId, mode: board?.mode ?? "balanced", studentIds: [studentId], leftIds: [], listings, now };
    return done({
      student: { id: person.id, name: person.full_name, grade: person.grade },
      listing: {
        id: listingId,
        title: listing.title,
        organisation: listing.organisation_name,
        mentor: listing.mentor_name,
      },
      news: await newsOf(tx, actor, now),
      // How many students the lead mentor can take and has, of whatever placement: no student is named.
      capacity: mentorId === undefined ? null : await countMentorSeats(tx, { schoolId, mentorId, on }),
      match,
      // What no reason outweighs, so that neither an approval nor a lock is offered.
      safeguard: safeguardOf(student, placement),
      ruling: ruling
        ? { ruling: ruling.ruling, revision: ruling.revision, reason: ruling.reason, by: ruling.ruled_by_name }
        : null,
      proposal,
      // Why nothing that the student has not asked for is to be approved any more.
      stops: proposal?.state === "proposed" ? stopOf(await whereStudentsStand(tx, standing), asked) : null,
      inPlan: placeInPlan(studentId, placement, plan, board?.mode),
      alternatives: others.map((other) => ({
        listingId: other.listingId,
        title: titles.get(other.listingId)?.title ?? "",
        organisation: titles.get(other.listingId)?.organisation_name ?? "",
        word: other.explanation.word,
        difference: match.score && scoreDifference(match.score, other.score),
        inPlan: placeInPlan(studentId, placements.get(other.listingId) ?? placement, plan, board?.mode)?.code ?? null,
      })),
      titleOf: (id: string) => titles.get(id)?.title ?? "",
    });
  });
}
