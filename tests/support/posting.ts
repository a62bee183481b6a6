import { randomUUID } from "node:crypto";
import type { PlacementPost } from "~/domain/placement/post";
import { postPlacement } from "~/features/placements/post-placement.server";
import { cast, castActor, type SampleSchoolSlug, sampleSchools } from "~db/cast";
import { type Stage, valueIn } from "./stage";

export const maya = castActor(cast.maya);
export const theo = castActor(cast.theo);
export const carlos = castActor(cast.carlos);

export const LAKEVIEW = sampleSchools.lakeview.schoolId;
export const HARBOR = sampleSchools.harbor.schoolId;

/** What Maya's clinic offers Lakeview in these tests: a placement that the sample does not have. */
export const owlWatch = (changes: Partial<PlacementPost> = {}): PlacementPost => ({
  kind: "internship",
  title: "Nurse injured owls",
  studentWillDo: "You feed the owls and write down how they heal.",
  skills: ["Handling wild birds"],
  aliases: ["Raptor rehab"],
  hostGains: "The owls are never alone.",
  requirements: "Closed shoes.",
  seats: 2,
  days: [{ weekday: 2, startsAt: "09:00", endsAt: "12:00", seats: 2 }],
  lengthUnit: "weeks",
  lengthCount: 8,
  startsOn: "2026-11-03",
  endsOn: "2027-01-26",
  interests: ["animals"],
  languages: ["en"],
  minimumGrade: 9,
  maximumGrade: 12,
  minimumAge: 0,
  leadMentorId: cast.maya.personId,
  backupIds: [cast.theo.personId],
  site: { ...AVIARY },
  schoolIds: [LAKEVIEW],
  ...changes,
});

export const AVIARY = {
  name: "Aviary",
  mode: "on_site",
  street: "5 Owl Lane",
  city: "Seattle",
  postcode: "98103",
  areaId: null,
  latitude: 47.68,
  longitude: -122.34,
} as const;

/** Maya posts; answers the placement, which waits for its schools. */
export async function mayaPosts(stage: Stage, changes?: Partial<PlacementPost>): Promise<string> {
  const input = { placementId: randomUUID(), post: owlWatch(changes) };
  return valueIn(await postPlacement(stage.wiring, maya, input)).placementId;
}

export interface ListingRow extends Record<string, unknown> {
  id: string;
  state: string;
  seats: number;
  review_note: string;
}

/** The listing of a placement at a school. */
export async function readListing(
  stage: Stage,
  placementId: string,
  school: SampleSchoolSlug = "lakeview",
): Promise<ListingRow> {
  const [listing] = await stage.rows<ListingRow>(
    "select id, state, seats, review_note from listings where placement_id = $1 and school_id = $2",
    [placementId, sampleSchools[school].schoolId],
  );
  if (!listing) throw new Error("the placement is not listed there");
  return listing;
}

/** Placements whose way to the index is promised. */
export async function listPlacementsToIndex(stage: Stage): Promise<string[]> {
  const jobs = await stage.rows<{ id: string }>(
    `select distinct j.payload ->> 'placementId' as id from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'sync-placement'`,
  );
  return jobs.map(({ id }) => id);
}
