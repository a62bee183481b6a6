import { civilDate } from "~/clock";
import type { RowNote } from "~/domain/imports/row-note";
import { STILL_OPEN_ANSWER_DAYS } from "~/domain/listing/still-open";
import { seatsToOffer } from "~/domain/pursuit/places";
import { addDays } from "~/domain/time";
import type { ListingReview } from "~/features/placements/open-listing.server";
import { toAboutView } from "~/http/about-mentor-form.server";
import { toPlacementFacts } from "~/http/placement-view.server";

const ACTS = ["publish", "pause", "archive", "resubmit", "reopen", "change", "ask_still_open", "still_open"] as const;

/** What the row of a file left behind; see `sourceOfRow` of the imports. */
interface Source {
  file?: string;
  row?: number;
  values?: Record<string, string>;
  warnings?: RowNote[];
  url?: string;
}

/** What the coordinator's page shows of a listing. */
export function toView(review: ListingReview, language: string) {
  const { listing, acts, importId, placesTaken, stillOpenAskedAt, timeZone } = review;
  const source = listing.source as Source | null;
  return {
    listingId: listing.listing_id,
    title: listing.title,
    organisation: listing.organisation_name,
    organisationId: listing.organisation_id,
    about: listing.organisation_about,
    state: listing.state,
    seats: listing.seats,
    seatsToOffer: seatsToOffer(listing.seats, review.days),
    note: listing.review_note,
    revision: listing.revision,
    hasMentor: listing.lead_mentor_id !== null,
    mentorId: listing.lead_mentor_id,
    mentor: listing.mentor_name ?? "",
    capacity: review.capacity,
    aboutMentor: review.about && {
      ...toAboutView(review.about, language),
      isSaid: review.about.isSaid,
      bySchool: review.about.bySchool,
    },
    isSuspended: listing.mentor_suspended_at !== null,
    placesTaken,
    asked: stillOpenAskedAt === undefined ? null : askedOf(stillOpenAskedAt, timeZone),
    facts: toPlacementFacts(listing, review, language),
    acts: acts.flatMap(({ id, at, transition, actor_kind }) => {
      const act = ACTS.find((known) => known === transition);
      return act ? [{ id, at, act, actor: actor_kind }] : [];
    }),
    source: source && {
      file: source.file ?? "",
      row: source.row ?? 0,
      importId: importId ?? null,
      warnings: source.warnings ?? [],
      values: Object.entries(source.values ?? {}),
    },
    timeZone,
  };
}

/** On which days of the school its host was asked whether it is still open, and has to have answered. */
function askedOf(askedAt: string, timeZone: string) {
  const on = civilDate(new Date(askedAt), timeZone);
  return { on, until: addDays(on, STILL_OPEN_ANSWER_DAYS) };
}

export type ReviewView = ReturnType<typeof toView>;
