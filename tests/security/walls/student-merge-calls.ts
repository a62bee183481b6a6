import * as facts from "~db/student-facts.server";
import * as moves from "~db/student-moves.server";
import type { Query } from "./queries";

type Their = Parameters<Query>[1];
const pair = ({ schoolId, twinPupilId, keptPupilId }: Their) => ({ schoolId, from: twinPupilId, to: keptPupilId });
const twin = ({ schoolId, twinPupilId, on }: Their) => ({ schoolId, studentId: twinPupilId, on });

/** The queries of a merge of students. */
export const STUDENT_MERGE_CALLS: Record<string, Query> = {
  "student-facts/findStudentFacts": (tx, their) => facts.findStudentFacts(tx, twin(their)),
  "student-facts/lockStudentRows": (tx, { schoolId, twinPupilId }) =>
    facts.lockStudentRows(tx, { schoolId, studentIds: [twinPupilId] }),
  "student-facts/listStudentTies": (tx, their) => facts.listStudentTies(tx, twin(their)),
  "student-facts/listAnswerers": (tx, { schoolId, keptPupilId, on }) =>
    facts.listAnswerers(tx, { schoolId, studentId: keptPupilId, on }),
  "student-facts/listComparedStudents": (tx, { schoolId }) => facts.listComparedStudents(tx, { schoolId }),
  "student-moves/pointStudent": (tx, their) =>
    moves.pointStudent(tx, { ...pair(their), comes: { profile: true, advisory: true, wayIn: true } }),
  "student-moves/pointToldStudent": (tx, their) => moves.pointToldStudent(tx, pair(their)),
  "student-moves/takeStudent": (tx, { schoolId, twinPupilId }) =>
    moves.takeStudent(tx, { schoolId, studentId: twinPupilId }),
  "student-moves/putBackTaken": (tx, { schoolId, districtId, gonePupilId }) =>
    moves.putBackTaken(tx, {
      table: "students",
      moves: [
        {
          key: {},
          before: {
            ...{ school_id: schoolId, id: gonePupilId, district_id: districtId, grade: 9, directory_opt_out: false },
            ...{ seeking: true, weekdays: [], languages: ["en"], goals: "", entered_on: "2026-08-01" },
            ...{ search_key: gonePupilId, travel_modes: ["walk"] },
          },
        },
      ],
    }),
  "student-moves/fillStudent": (tx, their) =>
    moves.fillStudent(tx, { ...pair(their), other: { student_number: "W-9", goals: "Cook", directory_opt_out: true } }),
  "student-moves/restoreStudent": (tx, their) =>
    moves.restoreStudent(tx, {
      ...{ schoolId: their.schoolId, from: their.keptPupilId, to: their.twinPupilId },
      ...{ before: { student_number: null, goals: "", directory_opt_out: false } },
      ...{
        other: { student_number: "W-1", goals: "", directory_opt_out: true },
        bornOn: { before: null, other: null },
      },
    }),
  "student-moves/hasHungSince": (tx, { schoolId, keptPupilId, keptPupilTieId }) =>
    moves.hasHungSince(tx, {
      ...{ schoolId, studentId: keptPupilId, since: "2026-09-01T00:00:00Z", number: null },
      ...{ ties: [{ id: keptPupilTieId }], written: [], wishes: [], places: [] },
    }),
};
