import { cast, sampleSchools } from "~db/cast";

const { schoolId, districtId } = sampleSchools.lakeview;

/** Two of the staff who could be one person, each of whom covers for the other. */
export const theirStaffMerge = {
  keptStaffId: "01990000-0e00-7000-8000-00000000f041",
  twinStaffId: "01990000-0e00-7000-8000-00000000f042",
  keptAdvisoryId: "01990000-0e00-7000-8000-00000000f043",
  twinAdvisoryId: "01990000-0e00-7000-8000-00000000f044",
  keptCoverId: "01990000-0e00-7000-8000-00000000f045",
  goneStaffId: "01990000-0e00-7000-8000-00000000f047",
  staffMergeId: "01990000-0e00-7000-8000-00000000f048",
  staffPlaceId: "01990000-0e00-7000-8000-00000000f046",
};
const t = theirStaffMerge;
const COVERED = "'2026-10-01', '2027-06-01'";

export const STAFF_MERGE_FURNITURE = [
  `insert into people (school_id, id, full_name, name_used) values ('${schoolId}', '${t.keptStaffId}', 'Twin Teacher', 'Twin'),
    ('${schoolId}', '${t.twinStaffId}', 'Twin T. Teacher', 'Twin')`,
  `insert into people (school_id, id, full_name, name_used, merged_into) values ('${schoolId}', '${t.goneStaffId}', 'Gone Teacher', 'Gone', '${t.keptStaffId}')`,
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at)
    values ('${districtId}', '${t.staffMergeId}', 'person', '${t.keptStaffId}', '${t.goneStaffId}', '${schoolId}', '2026-10-13')`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${districtId}', '${t.staffMergeId}', school_id, 'people.staff', jsonb_build_object('id', id), to_jsonb(p) from people p
    where id in ('${t.keptStaffId}', '${t.goneStaffId}')`,
  `insert into identity.memberships (id, account_id, role, school_id, district_id, person_id, from_on)
    values ('${t.staffPlaceId}', '${cast.ingrid.accountId}', 'advisor', '${schoolId}', '${districtId}', '${t.twinStaffId}', '2026-08-01')`,
  `insert into advisories (school_id, id, name, advisor_id) values ('${schoolId}', '${t.keptAdvisoryId}', 'Dawn', '${t.keptStaffId}'),
    ('${schoolId}', '${t.twinAdvisoryId}', 'Dusk', '${t.twinStaffId}')`,
  `insert into advisory_covers (school_id, id, advisory_id, cover_id, from_on, to_on) values
    ('${schoolId}', '${t.keptCoverId}', '${t.twinAdvisoryId}', '${t.keptStaffId}', ${COVERED}),
    ('${schoolId}', uuidv7(), '${t.keptAdvisoryId}', '${t.twinStaffId}', ${COVERED})`,
];
