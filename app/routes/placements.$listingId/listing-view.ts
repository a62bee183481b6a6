import type { Fit } from "~/features/search/fit";
import type { OpenListing } from "~/features/search/open-listing.server";

/** What the page shows of a listing; nothing else leaves the server. */
export interface ListingView {
  listingId: string;
  title: string;
  organisation: string;
  about: string;
  kind: string;
  days: { weekday: number; startsAt: string; endsAt: string }[];
  startsOn: string | null;
  endsOn: string | null;
  lengthUnit: string;
  lengthCount: number;
  mode: string;
  /** Lines of the address; a private home shows its area only. */
  place: string[];
  languages: string[];
  interests: string[];
  aliases: string[];
  willDo: string;
  skills: string[];
  requirements: string;
  minimumGrade: number;
  maximumGrade: number;
  minimumAge: number;
  /** As many more students can go after it. */
  openSeats: number;
  isOpen: boolean;
  isListed: boolean;
  isOver: boolean;
  wished: boolean;
  pursuit: OpenListing["pursuit"];
  mayAsk: boolean;
  seesBoard: boolean;
  fit: Fit | null;
}

/** The columns of a listing as the page needs them. */
export function viewOf({
  listing,
  places,
  isListed,
  isOver,
  fit,
  wished,
  pursuit,
  mayAsk,
  seesBoard,
}: OpenListing): ListingView {
  const area = listing.area_name ?? listing.city ?? "";
  const mode = listing.site_mode ?? "on_site";
  return {
    listingId: listing.listing_id,
    title: listing.title,
    organisation: listing.organisation_name,
    about: listing.organisation_about,
    kind: listing.kind,
    days: (listing.days ?? []).map((day) => ({ weekday: day.weekday, startsAt: day.starts_at, endsAt: day.ends_at })),
    startsOn: listing.starts_on,
    endsOn: listing.ends_on,
    lengthUnit: listing.length_unit,
    lengthCount: listing.length_count,
    mode,
    place: [
      ...new Set(mode === "private_home" ? [area] : [listing.site_name ?? "", listing.street ?? "", area]),
    ].filter((line) => line !== ""),
    languages: listing.languages,
    interests: listing.interests ?? [],
    aliases: listing.aliases,
    willDo: listing.student_will_do,
    skills: listing.skills,
    requirements: listing.requirements,
    minimumGrade: listing.minimum_grade,
    maximumGrade: listing.maximum_grade,
    minimumAge: listing.minimum_age,
    openSeats: places.room,
    isOpen: places.isOpen,
    isListed,
    isOver,
    wished,
    pursuit,
    mayAsk,
    seesBoard,
    fit,
  };
}
