import type { SampleSchoolSlug } from "../cast";
import { cedarStudents, harborStudents } from "./people/harbor-and-cedar-students";
import { lakeviewStudents } from "./people/lakeview-students";
import { readStudents, type SampleStudent } from "./people/read-students";

/** The 60 students by school. */
export const sampleStudents: Readonly<Record<SampleSchoolSlug, readonly SampleStudent[]>> = {
  lakeview: readStudents(lakeviewStudents),
  harbor: readStudents(harborStudents),
  "cedar-ridge": readStudents(cedarStudents),
};

/** Students whose families opted out of directory information: nobody outside staff is told that they exist. */
export const DIRECTORY_OPT_OUTS: ReadonlySet<string> = new Set(["Anh Le", "Yara Hassan"]);

/** The student who has turned 18 and consents for himself. */
export const ADULT_STUDENT = "Minh Tran";
