import { expect, test } from "vitest";
import { namesStudent } from "~/domain/fund/named-student";

const students = [
  { fullName: "Ana Lucía Reyes", nameUsed: "Ana" },
  { fullName: "Benjamin O'Neill", nameUsed: "Benji" },
  { fullName: "Søren", nameUsed: "Søren" },
  { fullName: "María del Carmen Ortiz Peña", nameUsed: "Carmen" },
  { fullName: "Kim Smith-Jones", nameUsed: "Kim" },
  { fullName: "Đặng Văn Minh", nameUsed: "Minh" },
  { fullName: "Lars de la Cruz y Vega", nameUsed: "Lars" },
];

test.each(["Ana Reyes", "for ana reyes!", "Reyes, ANA", "ÁNA reyés", "Benji O’Neill", "O'Neill Benjamin"])(
  "%s names a student",
  (text) => {
    expect(namesStudent(text, students)).toBe(true);
  },
);

test.each([
  "For Carmen Ortiz",
  "Carmen Peña",
  "Maria del Carmen Ortiz",
  "maria ortiz",
  "bus pass of Kim Smith",
  "Kim Jones",
  "Lars Cruz",
  "Lars Vega",
  "Lucía Reyes",
  "Minh Dang",
  "The family Ortiz Peña",
])("%s names a student by a part of the name", (text) => {
  expect(namesStudent(text, students)).toBe(true);
});

test.each(["", "Ana", "Reyes", "Rosa Reyes", "Anabel Reyes", "Reyes & Sons", "Søren", "PO 4711"])(
  "%s names nobody",
  (text) => {
    expect(namesStudent(text, students)).toBe(false);
  },
);

test.each([
  "Del and Maria",
  "María del Pilar Soto",
  "Lars de la Torre",
  "Lars y Bo",
  "Benjamin O",
  "Vega & Peña",
  "Minh Van Le",
  "Ana Ortiz",
])("%s shares a word with students and names nobody", (text) => {
  expect(namesStudent(text, students)).toBe(false);
});
