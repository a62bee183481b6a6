import { cast, sampleSchools } from "~db/cast";

const { schoolId, districtId } = sampleSchools.lakeview;

/** Three organisations of the district: two with one mentor and one placement of the first, and one that nothing names. */
export const theirMerge = {
  twinId: "01990000-0e00-7000-8000-00000000f001",
  otherTwinId: "01990000-0e00-7000-8000-00000000f002",
  loneId: "01990000-0e00-7000-8000-00000000f003",
  twinMentorId: "01990000-0e00-7000-8000-00000000f004",
  twinPlacementId: "01990000-0e00-7000-8000-00000000f005",
  mergeId: "01990000-0e00-7000-8000-00000000f006",
  undoneId: "01990000-0e00-7000-8000-00000000f007",
  goneId: "01990000-0e00-7000-8000-00000000f008",
};
const { twinId, otherTwinId, loneId, twinMentorId, twinPlacementId, mergeId, undoneId, goneId } = theirMerge;

/** What a merge keeps of the two organisations. */
const kept = (id: string) => `insert into merge_moves (district_id, merge_id, table_name, row_key, row_before)
  select '${districtId}', '${id}', 'organisations', jsonb_build_object('id', each), to_jsonb(o) || jsonb_build_object('id', each, 'name_key', each)
  from organisations o, unnest(array['${twinId}', '${goneId}']) as each where o.id = '${twinId}'`;

export const MERGE_FURNITURE = [
  `insert into organisations (district_id, id, name, name_key) values ('${districtId}', '${twinId}', 'Twin', 'wall twin'),
    ('${districtId}', '${otherTwinId}', 'Twins', 'wall twins'), ('${districtId}', '${loneId}', 'Lone', 'wall lone')`,
  `insert into mentors (district_id, id, full_name, name_used) values ('${districtId}', '${twinMentorId}', 'Twin', 'Twin')`,
  `insert into affiliations (district_id, organisation_id, mentor_id, from_on) values
    ('${districtId}', '${twinId}', '${twinMentorId}', '2026-01-01'), ('${districtId}', '${otherTwinId}', '${twinMentorId}', '2026-01-01')`,
  `insert into mentor_departures (district_id, organisation_id, mentor_id, last_day, reason, said_at) values
    ('${districtId}', '${twinId}', '${twinMentorId}', '2026-12-01', 'x', '2026-10-01')`,
  `insert into drafts (district_id, organisation_id, account_id, form, content) values
    ('${districtId}', '${twinId}', '${cast.maya.accountId}', 'x', '{}'), ('${districtId}', '${otherTwinId}', '${cast.maya.accountId}', 'x', '{}')`,
  `insert into placements (district_id, organisation_id, id, kind, title, seats) values
    ('${districtId}', '${twinId}', '${twinPlacementId}', 'internship', 'Twin', 1)`,
  `insert into organisation_names (district_id, name_key, organisation_id, known_since) values
    ('${districtId}', 'wall other name', '${otherTwinId}', '2026-01-01')`,
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at, undone_at) values
    ('${districtId}', '${mergeId}', 'organisation', '${twinId}', '${goneId}', '${schoolId}', '2026-10-13', null),
    ('${districtId}', '${undoneId}', 'organisation', '${twinId}', '${goneId}', '${schoolId}', '2026-10-12', '2026-10-13')`,
  kept(mergeId),
  kept(undoneId),
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key) values
    ('${districtId}', '${mergeId}', '${schoolId}', 'contacts', '{"id":"x"}')`,
  `insert into organisations_apart (district_id, one_id, other_id, by_school_id, said_at) values
    ('${districtId}', '${twinId}', '${otherTwinId}', '${schoolId}', '2026-10-01')`,
];
