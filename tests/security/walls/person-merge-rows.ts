import { cast, sampleSchools } from "~db/cast";

const { schoolId, districtId } = sampleSchools.lakeview;
const jada = cast.jada.personId;
const minh = cast.minh.personId;

/** Two guardians of one student who could be one person, and a merge of one who went into the first. */
export const theirPersonMerge = {
  keptAdultId: "01990000-0e00-7000-8000-00000000f021",
  twinAdultId: "01990000-0e00-7000-8000-00000000f022",
  goneAdultId: "01990000-0e00-7000-8000-00000000f023",
  personMergeId: "01990000-0e00-7000-8000-00000000f024",
  keptTieId: "01990000-0e00-7000-8000-00000000f025",
  twinTieId: "01990000-0e00-7000-8000-00000000f026",
  loneTieId: "01990000-0e00-7000-8000-00000000f027",
  keptRequestId: "01990000-0e00-7000-8000-00000000f028",
  twinRequestId: "01990000-0e00-7000-8000-00000000f029",
  twinPointId: "01990000-0e00-7000-8000-00000000f02a",
  twinPlaceId: "01990000-0e00-7000-8000-00000000f02b",
  twinInvitationId: "01990000-0e00-7000-8000-00000000f02c",
  tieMergeId: "01990000-0e00-7000-8000-00000000f02d",
  laterTieMergeId: "01990000-0e00-7000-8000-00000000f02e",
};
const t = theirPersonMerge;
const tie = (id: string, studentId: string, guardianId: string) =>
  `('${schoolId}', '${id}', '${studentId}', '${guardianId}', 'aunt', 'guardian', '2026-08-01')`;

export const PERSON_MERGE_FURNITURE = [
  `insert into people (school_id, id, full_name, name_used) values ('${schoolId}', '${t.keptAdultId}', 'Twin Adult', 'Twin'),
    ('${schoolId}', '${t.twinAdultId}', 'Twin A. Adult', 'Twin')`,
  `insert into people (school_id, id, full_name, name_used, merged_into) values ('${schoolId}', '${t.goneAdultId}', 'Gone Adult', 'Gone', '${t.keptAdultId}')`,
  `insert into guardian_links (school_id, id, student_id, guardian_id, relationship, legal_basis, from_on) values
    ${tie(t.keptTieId, jada, t.keptAdultId)}, ${tie(t.twinTieId, jada, t.twinAdultId)}, ${tie(t.loneTieId, minh, t.twinAdultId)}`,
  `insert into consents (school_id, id, student_id, guardian_id, purpose, state, letter_code, language) values
    ('${schoolId}', '${t.keptRequestId}', '${jada}', '${t.keptAdultId}', 'photo', 'requested', 'WALLKEPT23', 'en'),
    ('${schoolId}', '${t.twinRequestId}', '${jada}', '${t.twinAdultId}', 'photo', 'requested', 'WALLTWIN23', 'en')`,
  `insert into consents (school_id, student_id, guardian_id, purpose, state, letter_code, channel, language, answered_at) values
    ('${schoolId}', '${minh}', '${t.twinAdultId}', 'travel', 'given', 'WALLGAVE23', 'paper', 'en', '2026-10-14')`,
  `insert into scans (school_id, consent_id, kind, content, added_at) values ('${schoolId}', '${t.twinRequestId}', 'image/png', 'paper', '2026-10-14')`,
  `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, opened_at)
    values ('${schoolId}', 'interpreter_consent', 'consent', '${t.twinRequestId}', 'wall twin letter', '2026-10-01')`,
  `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, opened_at, props)
    values ('${schoolId}', 'tell_family', 'student', '${minh}', 'wall twin told', '2026-10-01', jsonb_build_object('personId', '${t.twinAdultId}'))`,
  `insert into contact_points (school_id, person_id, kind, value, preferred) values ('${schoolId}', '${t.keptAdultId}', 'phone', '206 555 0161', true)`,
  `insert into contact_points (school_id, id, person_id, kind, value, preferred) values ('${schoolId}', '${t.twinPointId}', '${t.twinAdultId}', 'phone', '206 555 0161', true)`,
  `insert into identity.memberships (id, account_id, role, school_id, district_id, person_id, from_on, came_in_at)
    values ('${t.twinPlaceId}', '${cast.ingrid.accountId}', 'guardian', '${schoolId}', '${districtId}', '${t.twinAdultId}', '2026-08-01', '2026-09-01')`,
  `insert into invitations (school_id, id, person_id, way, invited_at, expires_at)
    values ('${schoolId}', '${t.twinInvitationId}', '${t.twinAdultId}', 'letter', '2026-10-10', '2026-11-10')`,
  `insert into people_apart (school_id, one_id, other_id, said_at) values ('${schoolId}', '${t.keptAdultId}', '${t.twinAdultId}', '2026-10-01')`,
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at)
    values ('${districtId}', '${t.personMergeId}', 'person', '${t.keptAdultId}', '${t.goneAdultId}', '${schoolId}', '2026-10-13')`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${districtId}', '${t.personMergeId}', school_id, 'people', jsonb_build_object('id', id), to_jsonb(p) from people p
    where id in ('${t.keptAdultId}', '${t.goneAdultId}')`,
  // Two merges of others that moved one tie.
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at) values
    ('${districtId}', '${t.tieMergeId}', 'person', '${t.tieMergeId}', '${t.laterTieMergeId}', '${schoolId}', '2026-10-11'),
    ('${districtId}', '${t.laterTieMergeId}', 'person', '${t.laterTieMergeId}', '${t.tieMergeId}', '${schoolId}', '2026-10-12')`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key)
    select '${districtId}', id, '${schoolId}', 'guardian_links.guardian_id', jsonb_build_object('id', '${t.twinTieId}')
    from merges where id in ('${t.tieMergeId}', '${t.laterTieMergeId}')`,
];
