import { previewStudentMerge } from "~/features/merges/preview-student-merge.server";
import { cast, castActor, sampleSchools } from "~db/cast";
import type { TestDatabase } from "./database";
import { sql } from "./sql";
import type { TestWiring } from "./wiring";

const { schoolId, districtId } = sampleSchools.lakeview;
const ids = {
  keptStudentId: "01990000-0e20-7000-8000-00000000f0f1",
  goneStudentId: "01990000-0e20-7000-8000-00000000f0f2",
  studentMergeId: "01990000-0e20-7000-8000-00000000f0f3",
};
const AWAY = "01990000-0e20-7000-8000-00000000f0f4";
const ROWS = [
  `insert into people (school_id, id, full_name, name_used) values ('${schoolId}', '${ids.keptStudentId}', 'Jo Lake (sample)', 'Jo'),
    ('${schoolId}', '${ids.goneStudentId}', 'Jo P. Lake (sample)', 'Jo')`,
  `insert into people (school_id, id, full_name, name_used, merged_into)
    values ('${schoolId}', '${AWAY}', 'Lake Jo (sample)', 'Jo', '${ids.keptStudentId}')`,
  `insert into students (school_id, id, district_id, grade) values ('${schoolId}', '${ids.keptStudentId}', '${districtId}', 9),
    ('${schoolId}', '${ids.goneStudentId}', '${districtId}', 9)`,
  `insert into merges (district_id, id, noun, kept_id, gone_id, by_school_id, merged_at) values ('${districtId}', '${ids.studentMergeId}',
    'person', '${ids.keptStudentId}', '${AWAY}', '${schoolId}', '2026-10-13')`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${districtId}', '${ids.studentMergeId}', school_id, 'people', jsonb_build_object('id', id), to_jsonb(p) from people p
    where id in ('${ids.keptStudentId}', '${AWAY}')`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${districtId}', '${ids.studentMergeId}', school_id, 'students.taken', '{}',
      to_jsonb(s) || jsonb_build_object('id', '${AWAY}', 'search_key', '${AWAY}') from students s where id = '${ids.keptStudentId}'`,
  `insert into merge_moves (district_id, merge_id, school_id, table_name, row_key, row_before)
    select '${districtId}', '${ids.studentMergeId}', school_id, 'students.filled', jsonb_build_object('id', id), to_jsonb(s)
    from students s where id = '${ids.keptStudentId}'`,
];

/** Two students who could be one person, and a merge of the last week. */
export async function prepareTwoStudents(database: TestDatabase, wiring: TestWiring): Promise<Record<string, string>> {
  for (const text of ROWS) await sql(database, text, []);
  const { keptStudentId: keptId, goneStudentId: otherId } = ids;
  const two = await previewStudentMerge(wiring, castActor(cast.ines), { keptId, otherId });
  if (!two.ok) throw new Error("there are no two students");
  return { ...ids, keptStudentSeal: two.value.kept.seal, goneStudentSeal: two.value.other.seal };
}
