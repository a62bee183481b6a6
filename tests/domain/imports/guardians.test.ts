import { describe, expect, test } from "vitest";
import { faultsOfMapping, guessColumnsOf } from "~/domain/imports/columns-of-kind";
import { Families, type KnownAdult, type KnownLink } from "~/domain/imports/families";
import { guardianChangesOf } from "~/domain/imports/guardian-changes";
import { GUARDIAN_TARGETS } from "~/domain/imports/guardian-target";
import { planGuardian } from "~/domain/imports/plan-guardian";
import { readGuardian } from "~/domain/imports/read-guardian";

const ANA = { id: "ana", number: "7", fullName: "Ana Lee", leftOn: null };
const BEN = { id: "ben", number: "8", fullName: "Ben Lee", leftOn: null };
const GONE = { id: "gone", number: "9", fullName: "Gia Ito", leftOn: "2026-06-20" };
const MOTHER: KnownLink = {
  ...{ studentId: "ana", relationship: "mother", legalBasis: "parent", callOrder: 1, isOver: false, isListed: true },
  rights: { mayConsent: true, maySeeRecords: true, mayKnowWhereabouts: false },
};
const ROSA: KnownAdult = {
  ...{ id: "rosa", fullName: "Rosa Lee", language: "es", mails: ["rosa@home.example"], phones: ["555 0101"] },
  links: [MOTHER],
};
const ROW = { studentNumber: "7", fullName: "Rosa Lee" };
const NEW = { ...ROW, fullName: "Juan Lee", relationship: "father" };

type Row = Partial<Record<(typeof GUARDIAN_TARGETS)[number], string>>;
const read = (row: Row) =>
  readGuardian(
    GUARDIAN_TARGETS.map((target) => row[target] ?? ""),
    {
      columns: Object.fromEntries(GUARDIAN_TARGETS.map((target, column) => [target, column])),
      ...{ columnCount: GUARDIAN_TARGETS.length, decode: (text: string) => text },
    },
  );
const familiesOf = (...adults: KnownAdult[]) => new Families({ students: [ANA, BEN, GONE], adults });
const plan = (row: Row, adults = [ROSA], isOthers = false) =>
  planGuardian(read(row), familiesOf(...adults), { isOthers: () => isOthers, wasTakenAway: () => false });
const reasonsOf = (row: Row, adults = [ROSA]) => {
  const planned = plan(row, adults);
  return planned.ok ? null : planned.reasons.map(({ code }) => code);
};
const warningsOf = (row: Row, adults = [ROSA]) => {
  const planned = plan(row, adults);
  return planned.ok ? planned.warnings.map(({ code }) => code) : null;
};

describe("a row of a file of guardians", () => {
  test("is refused when it does not say whose guardian, who, or what it means by a right", () => {
    expect(reasonsOf({})).toEqual(["student_number_missing", "name_missing"]);
    expect(reasonsOf({ ...NEW, mayConsent: "maybe", legalBasis: "aunt" })).toEqual([
      ...["basis_not_understood", "right_not_understood"],
    ]);
    expect(reasonsOf({ ...NEW, relationship: "x".repeat(81) })).toEqual(["relationship_long"]);
    expect(reasonsOf({ ...NEW, studentNumber: "70" })).toEqual(["student_unknown"]);
    expect(reasonsOf({ ...NEW, studentNumber: "9" })).toEqual(["student_left"]);
    expect(reasonsOf({ ...NEW, fullName: "Ana Lee" })).toEqual(["students_own_name"]);
  });

  test("gives a new parent every right, and takes none without a document", () => {
    expect(plan(NEW)).toMatchObject({
      ...{ ok: true, before: null },
      link: {
        ...{ legalBasis: "parent", relationship: "father", callOrder: 2 },
        rights: { mayConsent: true, maySeeRecords: true, mayKnowWhereabouts: true },
      },
    });
    expect(reasonsOf({ ...NEW, mayKnowWhereabouts: "no" })).toEqual(["parent_without_right"]);
  });

  test("gives anybody else what it says and nothing more, and needs to know on what that rests", () => {
    const aunt = { ...NEW, fullName: "Pia Paz", relationship: "aunt" };
    expect(reasonsOf(aunt)).toEqual(["basis_missing"]);
    expect(reasonsOf({ ...aunt, relationship: "stepmother" })).toEqual(["basis_missing"]);
    expect(reasonsOf({ ...aunt, relationship: "" })).toEqual(["relationship_missing"]);
    expect(plan({ ...aunt, legalBasis: "legal guardian", mayConsent: "Sí", maySeeRecords: "n" })).toMatchObject({
      link: { legalBasis: "guardian", rights: { mayConsent: true, maySeeRecords: false, mayKnowWhereabouts: false } },
    });
    expect(warningsOf({ ...aunt, legalBasis: "guardian" })).toEqual(["no_rights"]);
  });

  test("changes no right of a link that stands, in neither direction, and says how it differs", () => {
    for (const said of [{ mayKnowWhereabouts: "yes" }, { mayConsent: "no" }, { legalBasis: "guardian" }]) {
      const planned = plan({ ...ROW, ...said });
      expect(planned).toMatchObject({ ok: true, link: { rights: MOTHER.rights, legalBasis: "parent" } });
      expect(planned.ok && planned.warnings).toMatchObject([
        { code: "rights_differ", detail: { from: "parent mayConsent maySeeRecords" } },
      ]);
    }
    expect(warningsOf({ ...ROW, mayConsent: "yes", mayKnowWhereabouts: "no" })).toEqual([]);
    expect(plan({ ...ROW, relationship: "mamá", callOrder: "3", language: "en" })).toMatchObject({
      ...{ link: { relationship: "mamá", callOrder: 3 }, after: { language: "en" } },
    });
  });

  test("brings back no link that has ended", () => {
    const ended = { ...ROSA, links: [{ ...MOTHER, isOver: true }] };
    expect(reasonsOf({ ...ROW, relationship: "mother" }, [ended])).toEqual(["link_ended"]);
  });

  test("means a brother's or sister's parent where name and a contact fit, and nobody on a name or a contact alone", () => {
    const forBen = { ...ROW, studentNumber: "8", relationship: "mother" };
    const both = plan({ ...forBen, guardianPhone: "(555) 0101" });
    expect(both).toMatchObject({ ok: true, before: { id: "rosa" }, after: { links: [{}, { studentId: "ben" }] } });
    expect(both.ok && guardianChangesOf(both, familiesOf(ROSA))[0]).toEqual({
      ...{ field: "familyOf", from: "Ana Lee", to: "Ana Lee, Ben Lee" },
    });
    expect(reasonsOf(forBen)).toEqual(["guardian_unclear"]);
    expect(reasonsOf({ ...forBen, guardianPhone: "555 0199" })).toEqual(["guardian_unclear"]);
    expect(plan({ ...NEW, guardianPhone: "555 0101" })).toMatchObject({ ok: true, before: null });
    expect(reasonsOf({ ...ROW, fullName: "Rosa Paz", guardianMail: "rosa@home.example" })).toEqual([
      "guardian_renamed",
    ]);
    expect(reasonsOf(ROW, [ROSA, { ...ROSA, id: "other" }])).toEqual(["guardians_alike"]);
  });

  test("adds ways to reach somebody, and an address in other hands opens nothing", () => {
    const more = { ...ROW, guardianMail: "r@work.example", guardianPhone: "555-0101" };
    expect(plan(more)).toMatchObject({
      after: { mails: ["rosa@home.example", "r@work.example"], phones: ["555 0101"] },
    });
    expect(plan(more, [ROSA], true)).toMatchObject({ isMailShared: true, warnings: [{ code: "mail_of_others" }] });
    expect(
      warningsOf({ ...ROW, guardianMail: "at home", guardianPhone: "-", language: "Klingon", callOrder: "0" }),
    ).toEqual(["language_unknown", "order_not_understood", "contact_mail_unclear", "phone_unclear"]);
  });
});

describe("columns of a file of guardians", () => {
  test("are guessed, and the student beside them is known by the number alone", () => {
    const headers = [
      ...["Student ID", "Student Name", "Student Email", "Guardian First Name", "Guardian Last Name"],
      ...["Relationship", "Contact Email", "Cell Phone", "Preferred Language", "Contact Priority"],
    ];
    expect(guessColumnsOf("guardians", headers, [])).toEqual({
      ...{ studentNumber: 0, givenName: 3, familyName: 4, relationship: 5, guardianMail: 6, guardianPhone: 7 },
      ...{ language: 8, callOrder: 9 },
    });
  });

  test("have to say whose guardian somebody is, and who", () => {
    const faults = (columns: object) => faultsOfMapping("guardians", { columns, defaultKind: null }, 3);
    expect(faults({})).toEqual(["studentNumber", "givenName"]);
    expect(faults({ studentNumber: 0, fullName: 1 })).toEqual([]);
    expect(faults({ studentNumber: 0, givenName: 1 })).toEqual(["familyName"]);
  });
});
