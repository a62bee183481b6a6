import { cast, sampleSchools } from "~db/cast";
import { theirMerge } from "./merges";

const { schoolId, districtId } = sampleSchools.lakeview;
const { twinId, otherTwinId, twinMentorId, twinPlacementId } = theirMerge;

/** One mentor more, who could be the mentor of the twins, and a merge of two who are gone by now. */
export const theirMentorMerge = {
  selfMentorId: "01990000-0e00-7000-8000-00000000f011",
  mentorMergeId: "01990000-0e00-7000-8000-00000000f012",
  goneMentorId: "01990000-0e00-7000-8000-00000000f013",
  selfPhoneId: "01990000-0e00-7000-8000-00000000f014",
};
const { selfMentorId, mentorMergeId, goneMentorId, selfPhoneId } = theirMentorMerge;

export const MENTOR_MERGE_FURNITURE = [
  `insert into mentors (district_id, id, full_name, name_used) values ('${districtId}', '${selfMentorId}', 'Twin Self', 'Twin')`,
  `insert into mentors (district_id, id, full_name, name_used, merged_into) values ('${districtId}', '${goneMentorId}', 'Twin Gone', 'Twin', '${twinMentorId}')`,
  `insert into affiliations (district_id, organisation_id, mentor_id, from_on) values
    ('${districtId}', '${twinId}', '${selfMentorId}', '2026-01-01'), ('${districtId}', '${otherTwinId}', '${selfMentorId}', '2026-01-01')`,
  `insert into mentor_contact_points (district_id, id, mentor_id, kind, value, preferred) values
    ('${districtId}', uuidv7(), '${twinMentorId}', 'phone', '206 555 0171', true), ('${districtId}', '${selfPhoneId}', '${selfMentorId}', 'phone', '206 555 0171', true)`,
  `insert into mentors_apart (district_id, one_id, other_id, by_school_id, said_at) values
    ('${districtId}', '${twinMentorId}', '${selfMentorId}', '${schoolId}', '2026-10-01')`,
  `update placements set lead_mentor_id = '${twinMentorId}' where id = '${twinPlacementId}'`,
  `insert into placement_backups (district_id, organisation_id, placement_id, mentor_id) values ('${districtId}', '${twinId}', '${twinPlacementId}', '${selfMentorId}')`,
  `insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason) values ('${schoolId}', '${cast.jada.personId}', '${districtId}', '${twinMentorId}', 'relative')`,
  `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, opened_at, props)
    values ('${schoolId}', 'check_not_clear', 'mentor', '${twinMentorId}', 'wall twin', '2026-10-01', jsonb_build_object('mentorId', '${twinMentorId}'))`,
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at)
    values ('${districtId}', '${mentorMergeId}', 'mentor', '${twinMentorId}', '${goneMentorId}', '${schoolId}', '2026-10-13')`,
  `insert into merge_moves (district_id, merge_id, table_name, row_key, row_before)
    select district_id, '${mentorMergeId}', 'mentors', jsonb_build_object('id', id), to_jsonb(m) from mentors m where id in ('${twinMentorId}', '${goneMentorId}')`,
];
