import { expect, test } from "vitest";
import { isNamed } from "~/domain/concern/named";

const ines = { fullName: "Inês de Carvalho", nameUsed: "Nessa" };
const named = (aboutName: string, body = "") => isNamed({ aboutName, body }, ines);

test("a name is found whatever its accents, capitals and signs, by any word where a name was asked for", () => {
  for (const written of ["ines", "Ms. CARVALHO", "carvalho, inês", "nessa?"])
    expect([written, named(written)]).toEqual([written, true]);
});

test("in the telling it is the last word of the name, or all of it", () => {
  expect(named("", "Then Carvalho's car came.")).toBe(true);
  expect(named("", "I told Nessa.")).toBe(true);
  expect(named("", "Ines from my class saw it.")).toBe(false);
});

test("short words, parts of words and nothing at all name nobody", () => {
  for (const written of ["", "de", "someone de la escuela", "Carvalhosa"])
    expect([written, named(written)]).toEqual([written, false]);
});
