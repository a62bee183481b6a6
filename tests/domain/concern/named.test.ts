import { expect, test } from "vitest";
import { holdsName, isNamed } from "~/domain/concern/named";

const ines = { fullName: "Inês de Carvalho", nameUsed: "Nessa" };
const named = (aboutName: string, body = "") => isNamed({ aboutName, body }, ines);
const tells = (body: string, fullName: string, nameUsed = fullName) =>
  isNamed({ aboutName: "", body }, { fullName, nameUsed });

test("a name is found whatever its accents, capitals and signs, by any word where a name was asked for", () => {
  for (const written of ["ines", "Ms. CARVALHO", "carvalho, inês", "nessa?"])
    expect([written, named(written)]).toEqual([written, true]);
});

test("in the telling it is any word of the name but the first, or all of it", () => {
  expect(named("", "Then Carvalho's car came.")).toBe(true);
  expect(named("", "I told Nessa.")).toBe(true);
  expect(named("", "Ines from my class saw it.")).toBe(false);
  for (const body of ["Ms. Garcia shouted.", "Lopez was there.", "Maria Garcia Lopez"])
    expect([body, tells(body, "Maria Garcia Lopez", "Maria")]).toEqual([body, true]);
});

test.each([
  ["Ms. Wu told me to be quiet.", "Grace Wu"],
  ["It was Ng.", "Li Ng"],
  ["Ms. Smith took my phone.", "Ana Smith-Jones"],
  ["Mrs. SmithJones took it.", "Ana Smith-Jones"],
  ["mr smith was rude", "John Smith Jr."],
  ["Mr. Lee hit him", "Robert Lee III"],
  ["OBrien did it", "Pat O'Brien"],
  ["O’Brien’s room", "Pat O'Brien"],
  ["Mr. O'Brien", "Pat OBrien"],
  ["Ms. Brien", "Pat O'Brien"],
  ["Mr. Dang", "Minh Đặng"],
  ["Ms. Lukasz", "Łukasz Nowak"],
  ["Odegaard came in", "Nils Ødegaard"],
  ["Mr. Strauss", "Karl Strauß"],
  ["Aebersold said so", "Uli Æbersold"],
  ["Mr. Tom was there", "Tom Okafor"],
  ["Sra. Pérez me gritó", "Lucia Perez Gil"],
  ["Mr. He hit me", "Wei He"],
])("%s names %s", (body, fullName) => {
  expect(tells(body, fullName)).toBe(true);
});

test("words of every sentence name nobody by themselves, short words, parts of words and nothing at all neither", () => {
  for (const written of ["", "de", "someone de la escuela", "Carvalhosa"])
    expect([written, named(written)]).toEqual([written, false]);
  for (const [body, name] of [
    ["He will not let me go.", "Wei He"],
    ["He will not let me go.", "Will"],
    ["la profesora de inglés", "Inês de Carvalho"],
    ["The principal shouted.", "Priya Nair"],
  ] as const)
    expect([body, tells(body, name)]).toEqual([body, false]);
});

test("whoever has the name of somebody who was chosen is kept out, also with one of two last names", () => {
  const chosen = (name: string, fullName: string) =>
    isNamed({ aboutName: "", body: "", chosen: [name] }, { fullName, nameUsed: fullName });
  expect(chosen("Maya Lindqvist", "Maya LINDQVIST")).toBe(true);
  expect(chosen("Maria Garcia Lopez", "María López")).toBe(true);
  expect(chosen("Ana Reyes", "Ana Smith")).toBe(false);
  expect(chosen("Ana Reyes", "Rosa Reyes")).toBe(false);
});

test("a text holds a name where all of it stands there", () => {
  expect(holdsName("I think Ána Reyes’s father did it.", "Ana Reyes")).toBe(true);
  for (const text of ["Ana did it", "Diana Reyes", "Reyes, Ana"]) expect(holdsName(text, "Ana Reyes")).toBe(false);
});
