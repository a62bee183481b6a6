import { maySeeRecordsOn } from "~/domain/consent/holder";
import { findMailNamingPlaces, findMailOf } from "./people.server";
import type { ScopeTx } from "./scope.server";

/** A guardian who may see a student's records on a day, with the mail address that reaches them when there is one. */
export interface RecordReader {
  personId: string;
  name: string;
  language: string;
  mail: string | null;
  mayKnowWhereabouts: boolean;
  /** They may know whereabouts, and nobody opens that address who may not. */
  mailNamesPlaces: boolean;
}

/**
 * The guardians whose link lets them see a student's records on a day, first to call first. From 18 on, when the records are the
 * student's own (FERPA, 34 CFR 99.5), only those whom the student lets besides.
 */
export async function listRecordReaders(
  tx: ScopeTx,
  { schoolId, studentId, on }: { schoolId: string; studentId: string; on: string },
): Promise<RecordReader[]> {
  const rows = await tx
    .selectFrom("guardian_links as g")
    .innerJoin("people as pe", (join) =>
      join.onRef("pe.school_id", "=", "g.school_id").onRef("pe.id", "=", "g.guardian_id"),
    )
    .innerJoin("people as st", (join) =>
      join.onRef("st.school_id", "=", "g.school_id").onRef("st.id", "=", "g.student_id"),
    )
    .select(["pe.id", "pe.name_used", "pe.language", "g.may_know_whereabouts", "g.student_lets_see", "st.born_on"])
    .where("g.school_id", "=", schoolId)
    .where("g.student_id", "=", studentId)
    .where("g.may_see_records", "=", true)
    .where("g.from_on", "<=", on)
    .where((eb) => eb.or([eb("g.to_on", "is", null), eb("g.to_on", ">=", on)]))
    .orderBy("g.call_order")
    .orderBy("pe.id")
    .execute();
  const readers = [];
  const may = ({ born_on: bornOn, student_lets_see: studentLetsSee }: (typeof rows)[number]) =>
    maySeeRecordsOn({ bornOn, maySeeRecords: true, studentLetsSee }, on);
  for (const row of rows.filter(may)) {
    const of = { schoolId, personId: row.id };
    const safe = row.may_know_whereabouts ? await findMailNamingPlaces(tx, { ...of, on }) : undefined;
    readers.push({
      personId: row.id,
      name: row.name_used,
      language: row.language,
      mail: safe ?? (await findMailOf(tx, of)) ?? null,
      mayKnowWhereabouts: row.may_know_whereabouts,
      mailNamesPlaces: safe !== undefined,
    });
  }
  return readers;
}
