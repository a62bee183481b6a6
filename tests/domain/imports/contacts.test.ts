import { describe, expect, test } from "vitest";
import { faultsOfMapping, guessColumnsOf } from "~/domain/imports/columns-of-kind";
import { ContactBook, type KnownContact } from "~/domain/imports/contact-book";
import { contactGains } from "~/domain/imports/contact-gains";
import { CONTACT_TARGETS, type ContactTarget } from "~/domain/imports/contact-target";
import { type ContactPlan, planContact } from "~/domain/imports/plan-contact";
import { type ContactRules, readContactRow } from "~/domain/imports/read-contact-row";

const RULES: ContactRules = {
  columns: Object.fromEntries(CONTACT_TARGETS.map((target, column) => [target, column])),
  columnCount: CONTACT_TARGETS.length,
  decode: (text) => text,
};
type Row = Partial<Record<ContactTarget, string>>;
const IDA: Row = { fullName: "Ida Moe", organisation: "Moe & Daughters, Inc.", workMail: "ida@moe.example" };
const read = (row: Row) =>
  readContactRow(
    CONTACT_TARGETS.map((target) => row[target] ?? ""),
    RULES,
  );
const KNOWN: KnownContact = {
  ...{ id: "ida", fullName: "Ida Moe", title: "", organisationName: "Moe and Daughters", mail: "ida@moe.example" },
  ...{ phone: "(206) 555-0110", language: "es", tags: ["clinic"], ownerId: "ines", origin: "typed" },
  ...{ originNote: "She wrote it down.", timeZone: "", notes: ["Likes students"] },
};
const plan = (row: Row, known: readonly KnownContact[] = [KNOWN], silent: readonly string[] = []): ContactPlan =>
  planContact(read(row), new ContactBook(known), (mail) => silent.includes(mail));
const foundBy = (row: Row, known?: readonly KnownContact[]) => {
  const planned = plan(row, known);
  return planned.ok ? (planned.before?.id ?? "new") : planned.reasons.map(({ code }) => code).join(" ");
};
const notesOf = (planned: ContactPlan) => (planned.ok ? planned.warnings : planned.reasons);

describe("a row of a file of contacts", () => {
  test("is read with its name as lists sort it, its address in small letters and a language by its name", () => {
    const verdict = read({
      ...{ familyName: "Moe", givenName: "Ida", workMail: "mailto:Ida@Moe.Example", workPhone: "206 555 0110" },
      ...{ language: "Spanish", tags: "clinic; alumni, Clinic", contactNote: "Call first.\n\n Ask for Ida." },
    });
    expect(verdict).toMatchObject({
      contact: {
        ...{ fullName: "Ida Moe", mail: "ida@moe.example", phone: "206 555 0110", language: "es" },
        ...{ tags: ["clinic", "alumni"], note: "Call first.\n\nAsk for Ida." },
      },
      warnings: [],
    });
    expect(read({ ...IDA, fullName: "Moe, Ida" }).name).toBe("Ida Moe");
  });

  test.each([
    ["Eastern Time", "America/New_York"],
    ["PST", "America/Los_Angeles"],
    ["Hora del Pacífico", "America/Los_Angeles"],
    ["Montaña", "America/Denver"],
    ["america/chicago", "America/Chicago"],
    ["Arizona", "America/Phoenix"],
    ["MN", "America/Chicago"],
  ])("says by which clock somebody works: %s", (workClock, timeZone) => {
    expect(read({ ...IDA, workClock })).toMatchObject({ contact: { timeZone }, warnings: [] });
    const planned = plan({ ...IDA, workClock });
    expect(planned).toMatchObject({ after: { timeZone } });
    if (planned.ok && planned.before)
      expect(contactGains(planned.before, planned.after, "")).toEqual([{ field: "timeZone", value: timeZone }]);
  });

  test("changes no clock that somebody wrote down, and says so", () => {
    const planned = plan({ ...IDA, workClock: "Hawaii" }, [{ ...KNOWN, timeZone: "America/New_York" }]);
    expect(planned).toMatchObject({ after: { timeZone: "America/New_York" } });
    expect(notesOf(planned).map(({ code }) => code)).toEqual(["kept_here"]);
  });

  test("is refused without a name or a way to reach somebody, and says what it leaves out", () => {
    const codes = (row: Row) => {
      const verdict = read(row);
      return (verdict.ok ? verdict.warnings : verdict.reasons).map(({ code }) => code);
    };
    expect(codes({ workMail: "ida@moe.example" })).toEqual(["name_missing"]);
    expect(codes({ ...IDA, workMail: "ida at moe" })).toEqual(["contact_unreachable"]);
    expect(codes({ ...IDA, fullName: "x".repeat(201) })).toEqual(["contact_name_long"]);
    expect(codes({ ...IDA, workMail: "ida at moe", workPhone: "206 555 0110" })).toEqual(["contact_mail_unclear"]);
    expect(codes({ ...IDA, workPhone: "ask her" })).toEqual(["phone_unclear"]);
    expect(codes({ ...IDA, language: "Klingon" })).toEqual(["language_unknown"]);
    expect(codes({ ...IDA, workClock: "CT" })).toEqual(["time_zone_unclear"]);
    expect(codes({ ...IDA, language: "Hmong" })).toEqual(["language_unknown"]);
    expect(codes({ ...IDA, contactNote: "word ".repeat(500) })).toEqual(["text_shortened"]);
  });
});

describe("a row means a contact that the school has", () => {
  test("by the address, by the number with a name that fits, or by name and organisation", () => {
    expect(foundBy({ ...IDA, fullName: "I. Moe", organisation: "" })).toBe("ida");
    expect(foundBy({ fullName: "Ida Maria Moe", workPhone: "206.555.0110" })).toBe("ida");
    expect(
      foundBy({ fullName: "ÍDA MOE", organisation: "The Moe & Daughters LLC", workMail: "moe@else.example" }),
    ).toBe("ida");
    expect(foundBy({ fullName: "Ida Moe", workMail: "another@moe.example" })).toBe("new");
  });

  test("never by the number of a switchboard alone, and says whose it is", () => {
    const row = { fullName: "Bo Li", workPhone: "206 555 0110" };
    expect(foundBy(row)).toBe("new");
    expect(notesOf(plan(row))).toEqual([{ code: "phone_of_another", detail: { value: "Ida Moe" } }]);
  });

  test("not when two fit, unless the address says who", () => {
    const other = { ...KNOWN, id: "other", mail: "", phone: "" };
    const row = { ...IDA, workMail: "new@moe.example" };
    expect(foundBy(row, [KNOWN, other])).toBe("contacts_alike");
    expect(foundBy(IDA, [KNOWN, other])).toBe("ida");
  });

  test("and fills gaps, adds tags and the note, and leaves what is written down", () => {
    const planned = plan({
      ...IDA,
      ...{ fullName: "Ida M.", jobTitle: "Owner", workPhone: "206 555 0199", language: "en", tags: "Clinic, spring" },
      ...{ foundAt: "moe.example", contactNote: "Met at the fair" },
    });
    if (!planned.ok || !planned.before) throw new Error("known");
    const { after, before, note } = planned;
    expect(after).toEqual({
      ...KNOWN,
      ...{ title: "Owner", tags: ["clinic", "spring"], notes: ["Likes students", "Met at the fair"] },
    });
    expect(contactGains(before, after, note).map(({ field, value }) => [field, value])).toEqual([
      ["title", "Owner"],
      ["tags", "spring"],
      ["note", "Met at the fair"],
    ]);
    expect(planned.warnings).toEqual([
      { code: "kept_here", detail: { value: "Ida Moe", cell: "Ida M." } },
      { code: "kept_here", detail: { value: "(206) 555-0110", cell: "206 555 0199" } },
    ]);
  });

  test("and the same row again says nothing new", () => {
    const row = { ...IDA, workPhone: "+1 206 555 0199", tags: "spring", contactNote: "Met at the fair" };
    const first = plan(row, []);
    if (!first.ok) throw new Error("new");
    const book = new ContactBook([]);
    book.put({ ...first.after, id: "new" }, undefined);
    const again = planContact(read(row), book, () => false);
    if (!again.ok || !again.before) throw new Error("known");
    expect(contactGains(again.before, again.after, again.note)).toEqual([]);
    expect(again.warnings).toEqual([]);
  });
});

test("an address that nobody writes to is refused with a reason that says nothing of anybody", () => {
  expect(notesOf(plan(IDA, [KNOWN], ["ida@moe.example"]))).toEqual([{ code: "mail_silent" }]);
  expect(foundBy({ ...IDA, workMail: "moe@else.example" }, [KNOWN])).toBe("ida");
  // Also where something else is wrong with the row: nothing of it is kept.
  expect(notesOf(plan({ workMail: "Ida@Moe.example" }, [], ["ida@moe.example"]))).toEqual([{ code: "mail_silent" }]);
  const tooMany = readContactRow([...CONTACT_TARGETS.map(() => "x"), "mailto:ida@moe.example"], RULES);
  expect(notesOf(planContact(tooMany, new ContactBook([]), () => true))).toEqual([{ code: "mail_silent" }]);
});

test("the columns of a list of people are guessed, and what is needed is said", () => {
  const guess = (...headers: string[]) => guessColumnsOf("contacts", headers, []);
  expect(guess("Company Name", "Contact Name", "Job Title", "E-mail", "Phone", "Website", "Notes")).toEqual({
    ...{ organisation: 0, fullName: 1, jobTitle: 2, workMail: 3, workPhone: 4, foundAt: 5, contactNote: 6 },
  });
  // Whoever is written to reads where the address came from: what may name somebody is for a person to choose.
  for (const heading of ["Referred by", "Lead Source", "Source", "Referido por", "Fuente"])
    expect(guess("Name", "Email", heading)).toEqual({ fullName: 0, workMail: 1 });
  expect(guess("Nombre", "Apellidos", "Empresa", "Correo electrónico", "Teléfono")).toEqual({
    ...{ givenName: 0, familyName: 1, organisation: 2, workMail: 3, workPhone: 4 },
  });
  expect(faultsOfMapping("contacts", { columns: { organisation: 0 }, defaultKind: null }, 2)).toEqual([
    "fullName",
    "workMail",
  ]);
  expect(faultsOfMapping("contacts", { columns: { fullName: 0, workPhone: 1 }, defaultKind: null }, 2)).toEqual([]);
});
