import { expect, test } from "vitest";
import { guessColumnsOf } from "~/domain/imports/columns-of-kind";
import { recogniseStudent } from "~/domain/imports/recognise-student";
import { type KnownStudent, Roster } from "~/domain/imports/roster";

const ANA: KnownStudent = {
  ...{ id: "ana", number: "7", fullName: "Ana Lee", nameUsed: "Ana", bornOn: "2010-04-30", grade: 9, advisory: null },
  ...{ language: "en", languages: ["en"], mails: [], phones: [], area: null, leftOn: null, isListed: true },
};
const BO: KnownStudent = { ...ANA, id: "bo", number: "8", fullName: "Bo Lee", bornOn: "2012-01-01" };

const whom = (row: { number?: string; fullName: string; bornOn?: string }, students: KnownStudent[]) => {
  const roster = new Roster({ students, advisories: [], areas: [] });
  const found = recogniseStudent({ number: "7", bornOn: null, ...row }, roster);
  return found.ok ? (found.known?.id ?? "new") : found.reason.code;
};

test("a number beside the name of a brother or sister is theirs or nobody's, and renames no one", () => {
  expect(whom({ fullName: "Bo Lee", bornOn: "2012-01-01" }, [ANA, BO])).toBe("number_of_another");
  expect(whom({ fullName: "Bo Lee", bornOn: "2012-01-01" }, [ANA])).toBe("number_of_another");
  expect(whom({ fullName: "Bo Lee" }, [ANA])).toBe("number_of_another");
  expect(whom({ fullName: "Lee" }, [ANA])).toBe("number_of_another");
  const cruz = { ...ANA, fullName: "Luz de la Cruz" };
  expect(whom({ fullName: "Sol de la Paz", bornOn: "2011-01-01" }, [cruz])).toBe("number_of_another");
});

test("twins whose numbers a file exchanges stay who they are", () => {
  const twin = { ...BO, bornOn: ANA.bornOn };
  expect(whom({ number: "7", fullName: "Bo Lee", bornOn: "2010-04-30" }, [ANA, twin])).toBe("number_of_another");
  expect(whom({ number: "8", fullName: "Ana Lee", bornOn: "2010-04-30" }, [ANA, twin])).toBe("number_of_another");
  expect(whom({ number: "7", fullName: "Bo Lee" }, [ANA, twin])).toBe("number_of_another");
});

test("a changed or longer name, or a birth date put right, is the same student", () => {
  expect(whom({ fullName: "Ana Reed", bornOn: "2010-04-30" }, [ANA])).toBe("ana");
  expect(whom({ fullName: "Ana Lee", bornOn: "2010-05-30" }, [ANA])).toBe("ana");
  expect(whom({ fullName: "Ana María Lee" }, [ANA])).toBe("ana");
  expect(whom({ fullName: "María Ana Lee" }, [ANA])).toBe("ana");
  expect(whom({ fullName: "Ana Reed" }, [ANA])).toBe("ana");
});

test("zeros that a spreadsheet dropped from a number bring nobody in twice", () => {
  const undated = { ...ANA, number: "0101", bornOn: null };
  expect(whom({ number: "101", fullName: "Ana Lee" }, [undated])).toBe("number_differs");
  expect(whom({ number: "00101", fullName: "Ana Lee", bornOn: "2010-04-30" }, [undated])).toBe("number_differs");
  expect(whom({ number: "102", fullName: "Ana Lee" }, [undated])).toBe("new");
});

test.each([
  "Household Email",
  "Home Email",
  "Family Email",
  "Contact 1 Email",
  "Stepmother Email",
  "Teacher Email",
  "Apoderado correo",
  "Correo de la familia",
  "Household phone number",
])("%s is not taken for the student's own", (heading) => {
  expect(guessColumnsOf("students", [heading], [])).toEqual({});
});

test.each([
  ["Student Email", { mail: 0 }],
  ["School email address", { mail: 0 }],
  ["Correo electrónico", { mail: 0 }],
  ["Correo del estudiante", { mail: 0 }],
  ["Student cell phone", { phone: 0 }],
  ["Phone", { phone: 0 }],
])("%s is", (heading, columns) => {
  expect(guessColumnsOf("students", [heading], [])).toEqual(columns);
});
