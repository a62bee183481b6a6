import type { PlacementKind } from "../pursuit/gates";
import { fold } from "./clean-text";
import type { Coordinates } from "./read-number";
import type { PlacementDay } from "./read-schedule";

/** What one row of a file says, in the words of the domain. Texts are plain and within the limits of the tables. */
export interface ImportedPlacement {
  externalId: string;
  organisation: string;
  /** `organisationNameKey` of the organisation. */
  organisationKey: string;
  title: string;
  /** Other names of the work, and what a student learns there, each within the limits of a post. */
  aliases: string[];
  description: string;
  skills: string[];
  kind: PlacementKind;
  seats: number;
  category: string;
  site: ImportedSite;
  /** Civil dates; null when the file gives none, or only past ones. */
  startsOn: string | null;
  endsOn: string | null;
  /** The dates as the file gives them: time that passes between two imports of one file changes nothing. */
  writtenDates: { startsOn: string | null; endsOn: string | null };
  days: PlacementDay[];
  /** An absolute http address, or "". */
  url: string;
  contact: { name: string; mail: string } | null;
}

export interface ImportedSite {
  street: string;
  city: string;
  region: string;
  postcode: string;
  coordinates: Coordinates | null;
}

/**
 * The text whose hash recognises the same placement in the next file: the organisation with the file's own id, or without
 * one the organisation, title and address as words.
 */
export function identityOf(placement: ImportedPlacement): string {
  const { externalId, organisationKey, title, site } = placement;
  if (externalId) return JSON.stringify(["id", organisationKey, externalId]);
  return JSON.stringify(["words", organisationKey, fold(title), fold(`${site.street} ${site.city} ${site.postcode}`)]);
}

/** The text whose hash tells whether a row has changed: everything that is written into the tables, in a fixed order. */
export function contentOf({ site, contact, ...placement }: ImportedPlacement): string {
  const { organisation, title, description, kind, seats, category, writtenDates, days, url, skills, aliases } =
    placement;
  const where = [
    site.street,
    site.city,
    site.region,
    site.postcode,
    site.coordinates?.latitude,
    site.coordinates?.longitude,
  ];
  const when = days.map(({ weekday, startsAt, endsAt }) => [weekday, startsAt, endsAt]);
  return JSON.stringify([
    organisation,
    title,
    description,
    kind,
    seats,
    category,
    where,
    writtenDates.startsOn,
    writtenDates.endsOn,
    when,
    url,
    contact?.name,
    contact?.mail,
    // Rows that say neither are what they were before anybody asked.
    ...(skills.length + aliases.length > 0 ? [skills, aliases] : []),
  ]);
}
