import { expect, test } from "vitest";
import { namesBeyond, namesStudent } from "~/domain/people/named-in-text";

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

const ana = { fullName: "Ana Lucía Reyes", nameUsed: "Ana Lucía", told: "Ana Lucía" };
const rosa = { fullName: "Rosa de la Cruz", nameUsed: "Rosa", told: "" };
const will = { fullName: "Will May", nameUsed: "Will", told: "Will" };

test.each([
  ["I am Ana Reyes", ana],
  ["Reyes, Ana L.", ana],
  ["ana lucia REYES!", ana],
  ["My mother is Rosa de la Cruz.", rosa],
  ["Will May", will],
] as const)("%s says more than was told", (text, somebody) => {
  expect(namesBeyond(text, somebody)).toBe(true);
});

test.each([
  ["Thank you, Ana Lucía", ana],
  ["Ana and Reyes & Sons", ana],
  ["Rosa comes along", rosa],
  ["I will ask whether I may come", will],
  ["Will, you may begin", will],
  ["", will],
] as const)("%s says no more than was told", (text, somebody) => {
  expect(namesBeyond(text, somebody)).toBe(false);
});
