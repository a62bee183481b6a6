import { sampleSchools } from "~db/cast";
import { FILLED } from "~db/student-references.server";

const { schoolId, districtId } = sampleSchools.lakeview;

/** Two students who could be one person with an adult of both, and a merge of one who went into the first. */
export const theirStudentMerge = {
  keptPupilId: "01990000-0e00-7000-8000-00000000f031",
  twinPupilId: "01990000-0e00-7000-8000-00000000f032",
  gonePupilId: "01990000-0e00-7000-8000-00000000f033",
  studentMergeId: "01990000-0e00-7000-8000-00000000f034",
  keptPupilTieId: "01990000-0e00-7000-8000-00000000f035",
  pupilsAuntId: "01990000-0e00-7000-8000-00000000f036",
};
const t = theirStudentMerge;
const pupil = (id: string, number: string) =>
  `insert into students (school_id, id, district_id, grade, student_number) values ('${schoolId}', '${id}', '${districtId}', 9, '${number}')`;

export const STUDENT_MERGE_FURNITURE = [
  `insert into people (school_id, id, full_name, name_used) values ('${schoolId}', '${t.keptPupilId}', 'Twin Pupil', 'Twin'),
    ('${schoolId}', '${t.twinPupilId}', 'Twin P. Pupil', 'Twin'), ('${schoolId}', '${t.pupilsAuntId}', 'Aunt of Twins', 'Aunt')`,
  `insert into people (school_id, id, full_name, name_used, merged_into, gone_number)
    values ('${schoolId}', '${t.gonePupilId}', 'Gone Pupil', 'Gone', '${t.keptPupilId}', 'W-3')`,
  pupil(t.keptPupilId, "W-1"),
  pupil(t.twinPupilId, "W-2"),
  `insert into guardian_links (school_id, id, student_id, guardian_id, relationship, legal_basis, from_on)
    values ('${schoolId}', '${t.keptPupilTieId}', '${t.keptPupilId}', '${t.pupilsAuntId}', 'aunt', 'guardian', '2026-08-01')`,
  `insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis, from_on)
    values ('${schoolId}', '${t.twinPupilId}', '${t.pupilsAuntId}', 'aunt', 'guardian', '2026-08-01')`,
  `insert into consents (school_id, student_id, guardian_id, purpose, state, letter_code, channel, language, answered_at)
    values ('${schoolId}', '${t.keptPupilId}', '${t.pupilsAuntId}', 'travel', 'given', 'WALLPUPIL2', 'paper', 'en', '2026-10-14')`,
  `insert into saved_searches (school_id, student_id, name, wish, mails_news, looked_until, created_at)
    values ('${schoolId}', '${t.twinPupilId}', 'Clinics', '{}', false, '2026-10-01', '2026-10-01')`,
  `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key, opened_at, props)
    values ('${schoolId}', 'question', 'student', '${t.twinPupilId}', 'wall twin pupil', '2026-10-01', jsonb_build_object('studentId', '${t.twinPupilId}'))`,
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at)
    values ('${districtId}', '${t.studentMergeId}', 'person', '${t.keptPupilId}', '${t.gonePupilId}', '${schoolId}', '2026-10-13')`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${districtId}', '${t.studentMergeId}', school_id, 'people', jsonb_build_object('id', id), to_jsonb(p) from people p
    where id in ('${t.keptPupilId}', '${t.gonePupilId}')`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${districtId}', '${t.studentMergeId}', school_id, 'students.taken', '{}', to_jsonb(s) || jsonb_build_object('id', '${t.gonePupilId}', 'student_number', 'W-3')
    from students s where id = '${t.keptPupilId}'`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${districtId}', '${t.studentMergeId}', school_id, '${FILLED}', jsonb_build_object('id', id), to_jsonb(s)
    from students s where id = '${t.keptPupilId}'`,
];
