import { expect, test } from "vitest";
import { namesStudent } from "~/domain/fund/named-student";

const students = [
  { fullName: "Ana Lucía Reyes", nameUsed: "Ana" },
  { fullName: "Benjamin O'Neill", nameUsed: "Benji" },
  { fullName: "Søren", nameUsed: "Søren" },
];

test.each(["Ana Reyes", "for ana reyes!", "Reyes, ANA", "ÁNA reyés", "Benji O’Neill", "O'Neill Benjamin"])(
  "%s names a student",
  (text) => {
    expect(namesStudent(text, students)).toBe(true);
  },
);

test.each(["", "Ana", "Reyes", "Rosa Reyes", "Anabel Reyes", "Reyes & Sons", "Søren", "PO 4711"])(
  "%s names nobody",
  (text) => {
    expect(namesStudent(text, students)).toBe(false);
  },
);
