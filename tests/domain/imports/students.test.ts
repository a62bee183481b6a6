import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultsOfMapping, guessColumnsOf } from "~/domain/imports/columns-of-kind";
import type { StudentVerdict } from "~/domain/imports/imported-student";
import { mayAllLeave } from "~/domain/imports/missing";
import { planStudent } from "~/domain/imports/plan-student";
import { orderOfDates, readDate } from "~/domain/imports/read-date";
import { languagesIn, readLanguage } from "~/domain/imports/read-language";
import { readStudent, type StudentRules } from "~/domain/imports/read-student";
import { type KnownStudent, Roster } from "~/domain/imports/roster";
import { STUDENT_TARGETS } from "~/domain/imports/student-target";

const RULES: StudentRules = {
  columns: Object.fromEntries(STUDENT_TARGETS.map((target, column) => [target, column])),
  columnCount: STUDENT_TARGETS.length,
  dateOrder: null,
  today: "2026-10-15",
  decode: (text) => text,
};
const ROW = { number: "7", givenName: "Ana", familyName: "Lee", bornOn: "2010-04-30", grade: "9" };
const read = (row: Partial<Record<(typeof STUDENT_TARGETS)[number], string>>, rules: Partial<StudentRules> = {}) =>
  readStudent(
    STUDENT_TARGETS.map((target) => row[target] ?? ""),
    { ...RULES, ...rules },
  );
const codesOf = (verdict: StudentVerdict) =>
  (verdict.ok ? verdict.warnings : verdict.reasons).map(({ code }) => code as string);

const ANA: KnownStudent = {
  ...{ id: "ana", number: "7", fullName: "Ana Lee", nameUsed: "Ana", bornOn: "2010-04-30", grade: 9, advisory: null },
  ...{
    language: "en",
    languages: ["en"],
    mails: ["ana@home.example"],
    phones: ["555 0101"],
    area: null,
    leftOn: null,
    isListed: true,
  },
};
const ADVISORIES = [
  { id: "a1", name: "Owls", advisorName: "Tom Ito" },
  { id: "a2", name: "Foxes", advisorName: "June Park" },
];
const rosterOf = (...students: KnownStudent[]) =>
  new Roster({ students, advisories: ADVISORIES, areas: [{ id: "r1", name: "Río Norte" }] });
const plan = (row: Parameters<typeof read>[0], students: KnownStudent[] = [ANA]) =>
  planStudent(read(row), rosterOf(...students), { isOthers: () => false, wasTakenAway: () => false });
const reasonOf = (row: Parameters<typeof read>[0], students: KnownStudent[] = [ANA]) => {
  const planned = plan(row, students);
  return planned.ok ? null : planned.reasons[0]?.code;
};

describe("a row of a file of students", () => {
  test("is read with its name in two cells or in one, as lists sort it", () => {
    const named = (row: object) => read({ ...ROW, givenName: "", familyName: "", ...row }).identity.fullName;
    expect(named({ givenName: " Ana  María ", familyName: "Lee" })).toBe("Ana María Lee");
    expect(named({ fullName: "Lee, Ana María" })).toBe("Ana María Lee");
    expect(named({ fullName: "Lee, Ana, Jr" })).toBe("Lee, Ana, Jr");
    expect(named({ fullName: "Ana Lee", givenName: "Ana" })).toBe("Ana Lee");
  });

  test("is refused when it does not say who somebody is, with every reason", () => {
    expect(codesOf(read({ grade: "9" }))).toEqual(["name_missing", "identity_missing"]);
    expect(codesOf(read({ ...ROW, grade: "" }))).toEqual(["grade_missing"]);
    expect(codesOf(read({ ...ROW, grade: "Grade 14" }))).toEqual(["grade_not_understood"]);
    expect(codesOf(read({ ...ROW, number: "x".repeat(41) }))).toEqual(["number_long"]);
    expect(codesOf(read({ ...ROW, nameUsed: "x".repeat(101) }))).toEqual(["name_long"]);
    expect(codesOf(readStudent(["7"], RULES))).toEqual(["too_few_cells"]);
  });

  test.each(["9", "09", "9th", "Grade 9", "grado 9", "9.º"])("knows %s as grade 9", (grade) => {
    expect(read({ ...ROW, grade })).toMatchObject({ ok: true, student: { grade: 9 } });
  });

  test("never guesses which of two days a birth date is, where the file has both orders", () => {
    expect(codesOf(read({ ...ROW, bornOn: "4/5/2010" }, { dateOrder: "mixed" }))).toEqual(["birth_date_either_way"]);
    expect(read({ ...ROW, bornOn: "5/5/2010" }, { dateOrder: "mixed" }).identity.bornOn).toBe("2010-05-05");
    expect(read({ ...ROW, bornOn: "4/5/2010" }, { dateOrder: "day_first" }).identity.bornOn).toBe("2010-05-04");
    expect(read({ ...ROW, bornOn: "4/5/2010" }).identity.bornOn).toBe("2010-04-05");
    expect(orderOfDates(["4/5/2010", "30/4/2010", ""])).toBe("day_first");
    expect(orderOfDates(["4/5/2010", "4/30/2010"])).toBe("month_first");
    expect(orderOfDates(["30/4/2010", "4/30/2010"])).toBe("mixed");
    expect(orderOfDates(["4/5/2010", "2010-04-30", "30.4.2010"])).toBeNull();
  });

  test("refuses a birth date that is none, or nobody's at school", () => {
    expect(codesOf(read({ ...ROW, bornOn: "soon" }))).toEqual(["birth_date_not_understood"]);
    expect(codesOf(read({ ...ROW, bornOn: "2026-10-15" }))).toEqual(["birth_date_not_possible"]);
    expect(codesOf(read({ ...ROW, bornOn: "1970-01-01" }))).toEqual(["birth_date_not_possible"]);
  });

  test("leaves out what only describes a student and cannot be read", () => {
    const verdict = read({
      ...ROW,
      mail: "ana at home",
      phone: "none",
      languages: "Somali; Klingon",
      language: "español",
    });
    expect(codesOf(verdict)).toEqual(["language_unknown", "contact_mail_unclear", "phone_unclear"]);
    expect(verdict).toMatchObject({
      ok: true,
      student: { mail: null, phone: null, languages: ["so"], language: "es" },
    });
  });
});

test("an order of the day does not turn a date that can only be read one way", () => {
  const day = fc.integer({ min: 13, max: 28 });
  const month = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(day, month, fc.constantFrom("month_first" as const, "day_first" as const), (d, m, order) => {
      expect(readDate(`${d}/${m}/2010`, order)).toBe(readDate(`${m}/${d}/2010`, order));
    }),
  );
});

test("languages are known by name in English, Spanish or their own, and by their codes", () => {
  expect(["Spanish", "español", "es", "spa", "Castellano"].map(readLanguage)).toEqual(["es", "es", "es", "es", "es"]);
  expect(["Somali", "af Soomaali", "Tiếng Việt", "Farsi", "tgl", "Hmong", "ger"].map(readLanguage)).toEqual([
    "so",
    null,
    "vi",
    "fa",
    "tl",
    "hmn",
    "de",
  ]);
  expect(["Klingon", "", "x"].map(readLanguage)).toEqual([null, null, null]);
  expect(languagesIn("Somali, English; es/vi and fr")).toEqual(["Somali", "English", "es", "vi", "fr"]);
});

describe("columns of a file of students", () => {
  test("are guessed, and never from a parent's", () => {
    const headers = ["Student ID", "Last Name", "First Name", "DOB", "Grade Level", "Parent Email", "Home Language"];
    expect(guessColumnsOf("students", headers, [])).toEqual({
      ...{ number: 0, familyName: 1, givenName: 2, bornOn: 3, grade: 4, languages: 6 },
    });
  });

  test("have to say who somebody is", () => {
    const faults = (columns: object) => faultsOfMapping("students", { columns, defaultKind: null }, 4);
    expect(faults({})).toEqual(["givenName", "grade", "number"]);
    expect(faults({ fullName: 0, grade: 1, bornOn: 2 })).toEqual([]);
    expect(faults({ givenName: 0, grade: 1, number: 2 })).toEqual(["familyName"]);
    expect(faults({ fullName: 0, grade: 1, bornOn: 4 })).toEqual(["bornOn"]);
  });
});

describe("whom a row means", () => {
  test("the student of its number, whatever changed of name or birth date, but not both at once", () => {
    expect(plan({ ...ROW, familyName: "Reed" })).toMatchObject({
      before: { id: "ana" },
      after: { fullName: "Ana Reed" },
    });
    expect(plan({ ...ROW, bornOn: "2010-05-30" })).toMatchObject({ after: { bornOn: "2010-05-30" } });
    expect(reasonOf({ ...ROW, givenName: "Bo", familyName: "Cruz", bornOn: "2011-01-01" })).toBe("number_of_another");
    expect(reasonOf({ ...ROW, givenName: "Bo", familyName: "Cruz", bornOn: "" })).toBe("number_of_another");
  });

  test("without a number, the one of the same name and birth date", () => {
    expect(plan({ ...ROW, number: "", givenName: "ANA", familyName: "Leé" })).toMatchObject({ before: { id: "ana" } });
    expect(plan({ ...ROW, number: "", bornOn: "2010-05-01" })).toMatchObject({ before: null });
  });

  test("a new number belongs to a namesake born the same day who had none, and to nobody who has another", () => {
    const unnumbered = { ...ANA, number: "" };
    expect(plan(ROW, [unnumbered])).toMatchObject({ before: { id: "ana" }, after: { number: "7" } });
    expect(reasonOf({ ...ROW, number: "8" })).toBe("number_differs");
    expect(plan({ ...ROW, number: "8", bornOn: "2011-04-30" })).toMatchObject({ before: null });
  });

  test("refuses what could be one or the other", () => {
    expect(reasonOf({ ...ROW, number: "" }, [{ ...ANA, bornOn: null }])).toBe("birthday_unknown_here");
    expect(reasonOf({ ...ROW, number: "8" }, [{ ...ANA, number: "", bornOn: null }])).toBe("number_unknown_here");
    expect(reasonOf({ ...ROW, number: "8", bornOn: "" }, [{ ...ANA, number: "" }])).toBe("number_unknown_here");
    const twin = { ...ANA, id: "twin", number: "9" };
    expect(reasonOf({ ...ROW, number: "" }, [ANA, twin])).toBe("two_alike");
  });

  test("a refused row still names whom it may mean", () => {
    expect(plan({ ...ROW, grade: "" })).toMatchObject({ ok: false, perhaps: [{ id: "ana" }] });
  });
});

describe("what a row changes", () => {
  test("nothing by blank cells, and it takes nothing away", () => {
    const known = { ...ANA, languages: ["en", "so"], advisory: { id: "a1", name: "Owls" } };
    expect(plan(ROW, [known])).toMatchObject({ before: known, after: known, warnings: [] });
    const more = plan({ ...ROW, mail: "ana@new.example", phone: "(555) 0101", languages: "vi" }, [known]);
    expect(more).toMatchObject({
      after: { mails: ["ana@home.example", "ana@new.example"], phones: ["555 0101"], languages: ["en", "so", "vi"] },
    });
  });

  test("an advisory is known by its name or its advisor's, and a new one is said", () => {
    expect(plan({ ...ROW, advisory: "owls" })).toMatchObject({ after: { advisory: { id: "a1" } }, warnings: [] });
    expect(plan({ ...ROW, advisory: "June Park" })).toMatchObject({ after: { advisory: { id: "a2" } } });
    expect(plan({ ...ROW, advisory: "Bears" })).toMatchObject({
      after: { advisory: { id: null, name: "Bears" } },
      warnings: [{ code: "advisory_new" }],
    });
  });

  test("an area is one of the district's, whatever its accents", () => {
    expect(plan({ ...ROW, area: "rio norte" })).toMatchObject({ after: { area: { id: "r1" } } });
    expect(plan({ ...ROW, area: "Nowhere" })).toMatchObject({
      after: { area: null },
      warnings: [{ code: "area_unknown" }],
    });
  });

  test("a student who had left is back, and it is said", () => {
    const gone = { ...ANA, leftOn: "2026-06-20" };
    expect(plan(ROW, [gone])).toMatchObject({
      before: gone,
      after: { leftOn: null },
      warnings: [{ code: "comes_back" }],
    });
  });

  test("an address in other hands opens nothing", () => {
    const shared = planStudent(read({ ...ROW, mail: "home@lee.example" }), rosterOf(ANA), {
      isOthers: () => true,
      wasTakenAway: () => false,
    });
    expect(shared).toMatchObject({ isMailShared: true, warnings: [{ code: "mail_shared" }] });
    const taken = planStudent(read({ ...ROW, mail: "home@lee.example" }), rosterOf(ANA), {
      isOthers: () => false,
      wasTakenAway: () => true,
    });
    expect(taken).toMatchObject({ after: { mails: ANA.mails }, warnings: [{ code: "mail_taken_away" }] });
  });
});

test("all whom a list lacks may leave together up to a tenth of the school, and not beyond", () => {
  expect(mayAllLeave({ missing: 10, listed: 100 })).toBe(true);
  expect(mayAllLeave({ missing: 11, listed: 100 })).toBe(false);
  expect(mayAllLeave({ missing: 1, listed: 9 })).toBe(false);
  expect(mayAllLeave({ missing: 0, listed: 100 })).toBe(false);
});

test("whom files had before are told from whoever staff added by hand and from whoever has left", () => {
  const byHand = { ...ANA, id: "by hand", isListed: false };
  const gone = { ...ANA, id: "gone", leftOn: "2026-06-20" };
  expect(
    rosterOf(ANA, byHand, gone)
      .listed()
      .map(({ id }) => id),
  ).toEqual(["ana"]);
});
