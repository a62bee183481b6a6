import { cast, sampleSchools } from "~db/cast";

const { schoolId, districtId } = sampleSchools.lakeview;
/** A third school of the district: the other side of both moves, so that the school of the strangers is none. */
const THIRD = "01990000-5000-7000-8000-00000000f0a1";
const NEWCOMER = "01990000-9000-7000-8000-00000000f0a2";

/** The victim goes to the third school, and somebody comes from there. */
export const theirMoves = {
  transferId: "01990000-70a5-7000-8000-00000000f001",
  arrivalId: "01990000-70a5-7000-8000-00000000f002",
  toSchoolId: THIRD,
};

const move = (id: string, from: string, to: string, studentId: string, name: string, asksFirst = false) =>
  `insert into transfers (district_id, id, from_school_id, to_school_id, student_id, student_name, last_day, first_day, asks_first, said_at)
    values ('${districtId}', '${id}', '${from}', '${to}', '${studentId}', '${name}', '2026-10-23', '2026-10-26', ${asksFirst}, '2026-10-15')`;

export const MOVE_FURNITURE = [
  `insert into schools (id, district_id, slug, name, time_zone, postal_address, help_name, help_phone)
    values ('${THIRD}', '${districtId}', 'third-of-the-walls', 'Third School', 'America/Los_Angeles', 'x', 'x', 'x')`,
  `insert into people (school_id, id, full_name, name_used) values ('${THIRD}', '${NEWCOMER}', 'Newcomer Third', 'New')`,
  `insert into students (school_id, district_id, id, grade) values ('${THIRD}', '${districtId}', '${NEWCOMER}', 9)`,
  move(theirMoves.transferId, schoolId, THIRD, cast.jada.personId, cast.jada.name),
  move(theirMoves.arrivalId, THIRD, schoolId, NEWCOMER, "Newcomer Third", true),
];
