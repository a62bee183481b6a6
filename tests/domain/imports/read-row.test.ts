import { decodeHTMLStrict } from "entities";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOfMapping, guessColumnsOf } from "~/domain/imports/columns-of-kind";
import { contentOf, identityOf } from "~/domain/imports/imported-placement";
import { type RowRules, readRow } from "~/domain/imports/read-row";
import { REASONS, WARNINGS } from "~/domain/imports/row-note";
import { TARGETS } from "~/domain/imports/target";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { faultOfLines } from "~/domain/placement/short-lines";

const HEADERS = [...TARGETS];
const RULES: RowRules = {
  columns: Object.fromEntries(TARGETS.map((target, column) => [target, column])),
  columnCount: TARGETS.length,
  defaultKind: "internship",
  today: "2026-01-15",
  decode: decodeHTMLStrict,
};
const cells = (row: Partial<Record<(typeof TARGETS)[number], string>>) => HEADERS.map((target) => row[target] ?? "");
const GARDEN = {
  title: "Garden helper",
  organisation: "Elm Street Garden",
  description: "Plant and water.",
  seats: "2",
};

describe("a row", () => {
  it("becomes a placement without warnings when everything is in order", () => {
    const verdict = readRow(
      cells({
        ...GARDEN,
        startsOn: "2026-02-01",
        endsOn: "2026-06-01",
        postcode: "10009",
        latitude: "40.7",
        longitude: "-73.9",
        contactName: "Ida",
        contactMail: "Ida@Garden.example",
      }),
      RULES,
    );
    expect(verdict).toMatchObject({
      ok: true,
      warnings: [],
      placement: {
        title: "Garden helper",
        seats: 2,
        startsOn: "2026-02-01",
        contact: { name: "Ida", mail: "ida@garden.example" },
      },
    });
  });

  it.each([
    [{ ...GARDEN, title: " — " }, ["title_missing"]],
    [
      { title: "", organisation: "&nbsp;", seats: "x" },
      ["title_missing", "organisation_missing", "seats_not_a_number"],
    ],
    [{ ...GARDEN, seats: "-1" }, ["seats_out_of_range"]],
  ])("is rejected with every reason at once", (row, reasons) => {
    const verdict = readRow(cells(row), RULES);
    expect(verdict.ok ? [] : verdict.reasons.map(({ code }) => code)).toEqual(reasons);
  });

  it("is rejected when its cells do not fit the columns, but may end in blanks", () => {
    expect(readRow(cells(GARDEN).slice(1), RULES)).toMatchObject({ ok: false, reasons: [{ code: "too_few_cells" }] });
    expect(readRow([...cells(GARDEN), "x"], RULES)).toMatchObject({ ok: false, reasons: [{ code: "too_many_cells" }] });
    expect(readRow([...cells(GARDEN), "", " "], RULES).ok).toBe(true);
  });

  it.each([
    [{ startsOn: "June 5 2011", endsOn: "June 4 2012" }, "dates_past"],
    [{ startsOn: "2026-06-05", endsOn: "2026-06-04" }, "dates_reversed"],
    [{ endsOn: "when the snow melts" }, "date_not_understood"],
  ])("leaves its dates open when they cannot be used: %j", (dates, warning) => {
    const verdict = readRow(cells({ ...GARDEN, ...dates }), RULES);
    expect(verdict).toMatchObject({
      ok: true,
      placement: { startsOn: null, endsOn: null },
      warnings: [{ code: warning }],
    });
  });

  it("is not past while its end is still to come", () => {
    const verdict = readRow(cells({ ...GARDEN, startsOn: "2011-06-05", endsOn: "2026-06-04" }), RULES);
    expect(verdict).toMatchObject({
      ok: true,
      placement: { startsOn: "2011-06-05", endsOn: "2026-06-04" },
      warnings: [],
    });
  });

  it.each([
    [{ latitude: "0", longitude: "0" }, "coordinates_unusable"],
    [{ postcode: "2114" }, "postcode_unclear"],
    [{ address: "{'broken': " }, "address_not_understood"],
    [{ contactMail: "call us" }, "contact_mail_unclear"],
    [{ seats: "" }, "seats_missing"],
    [{ kind: "ongoing" }, "kind_not_understood"],
    [{ schedule: "flexible" }, "schedule_not_understood"],
    [{ title: "x".repeat(300) }, "title_shortened"],
    [{ description: "" }, "description_missing"],
    [{ skills: "x".repeat(61) }, "skills_shortened"],
    [{ aliases: "a;b;c;d;e;f;g;h;i" }, "aliases_shortened"],
  ])("says what to look at: %j", (row, warning) => {
    const verdict = readRow(cells({ ...GARDEN, ...row }), RULES);
    expect(verdict.ok && verdict.warnings.map(({ code }) => code)).toEqual([warning]);
  });

  it.each([
    ["Soldering; Reading plans, with help", ["Soldering", "Reading plans, with help"]],
    ["<ul><li>Soldering</li><li>Reading plans</li></ul>", ["Soldering", "Reading plans"]],
    ["Soldering, soldering, reading plans", ["Soldering", "reading plans"]],
    ["Soldering", ["Soldering"]],
    ["", []],
  ])("says several things in one cell, however they are parted: %j", (cell, lines) => {
    const verdict = readRow(cells({ ...GARDEN, skills: cell, aliases: cell }), RULES);
    expect(verdict).toMatchObject({ ok: true, warnings: [], placement: { skills: lines, aliases: lines } });
  });

  it("says what is the same once it is shortened only once", () => {
    const long = "Reading the plans of a house that somebody else has drawn before, ";
    const verdict = readRow(
      cells({ ...GARDEN, skills: [`${long}small`, `${long}large`, "Soldering"].join("; ") }),
      RULES,
    );
    expect(verdict).toMatchObject({
      warnings: [{ code: "skills_shortened" }],
      placement: { skills: ["Reading the plans of a house that somebody else has drawn…", "Soldering"] },
    });
  });

  it("gives back a cell that a spreadsheet marked as text", () => {
    const verdict = readRow(cells({ ...GARDEN, latitude: "40.7", longitude: "'-73.9" }), RULES);
    expect(verdict).toMatchObject({ ok: true, placement: { site: { coordinates: { longitude: -73.9 } } } });
  });
});

describe("laws", () => {
  const anyCell = fc.string({ unit: "binary", maxLength: 80 });
  const anyCells = fc.oneof(
    fc.array(anyCell, { maxLength: TARGETS.length + 3 }),
    fc
      .array(anyCell, { minLength: TARGETS.length - 3, maxLength: TARGETS.length - 3 })
      .map((rest) => ["Helper", `Elm ${rest[0]}`, rest[1] ?? "", "3", ...rest.slice(1)]),
  );
  const knownCodes = new Set<string>([...REASONS, ...WARNINGS]);

  it("any row gets a verdict: a placement within the limits of the tables, or reasons that have a sentence", () => {
    fc.assert(
      fc.property(anyCells, (row) => {
        const verdict = readRow(row, RULES);
        const notes = verdict.ok ? verdict.warnings : verdict.reasons;
        expect(notes.every(({ code }) => knownCodes.has(code))).toBe(true);
        if (!verdict.ok) {
          expect(notes.length).toBeGreaterThan(0);
          return;
        }
        const { placement } = verdict;
        expect(placement.title.length).toBeLessThanOrEqual(200);
        expect(placement.title.trim().length).toBeGreaterThan(0);
        expect(placement.organisationKey.length).toBeGreaterThan(0);
        for (const lines of [placement.skills, placement.aliases]) expect(faultOfLines(lines)).toBeNull();
        expect(placement.seats).toBeGreaterThanOrEqual(1);
        expect(placement.seats).toBeLessThanOrEqual(9999);
        expect(JSON.stringify(placement)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
      { numRuns: 500 },
    );
  });

  it("the same row has the same identity and content, and another seat another content", () => {
    const read = (seats: string) => {
      const verdict = readRow(cells({ ...GARDEN, seats }), RULES);
      if (!verdict.ok) throw new Error("rejected");
      return verdict.placement;
    };
    expect(contentOf(read("2"))).toBe(contentOf(read("2")));
    expect(contentOf(read("3"))).not.toBe(contentOf(read("2")));
    expect(identityOf(read("3"))).toBe(identityOf(read("2")));
  });

  it("a row that says nothing of skills and other names has the content it had before anybody asked", () => {
    const read = (row: object) => {
      const verdict = readRow(cells({ ...GARDEN, ...row }), RULES);
      if (!verdict.ok) throw new Error("rejected");
      return contentOf(verdict.placement);
    };
    expect(JSON.parse(read({}))).toHaveLength(13);
    const said = [read({}), read({ skills: "Weeding" }), read({ aliases: "Weeding" })];
    expect(new Set(said).size).toBe(said.length);
  });

  it("an organisation's key does not change when it is made again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const key = organisationNameKey(name);
        expect(organisationNameKey(key)).toBe(key);
      }),
    );
  });
});

describe("an organisation", () => {
  it.each([
    ["The Café Foundation, Inc.", "cafe foundation"],
    ["Parks & Recreation", "parks and recreation"],
    ["Acme Co., L.L.C.", "acme"],
    ["St. Mary's", "st marys"],
    ["The Co", "co"],
  ])("called %j is known as %j", (name, key) => {
    expect(organisationNameKey(name)).toBe(key);
  });
});

describe("columns", () => {
  it("are guessed from English, Spanish and database headings", () => {
    const headers = [
      "opportunity_id",
      "title",
      "category_id",
      "category_desc",
      "org_title",
      "org_content_id",
      "vol_requests",
      "summary",
      "locality",
      "Postcode",
      "start_date_date",
      "end_date_date",
      "Latitude",
      "Longitude",
      "Zip Codes",
    ];
    const columns = guessColumnsOf("placements", headers, []);
    expect(Object.fromEntries(Object.entries(columns).map(([target, column]) => [target, headers[column]]))).toEqual({
      externalId: "opportunity_id",
      title: "title",
      category: "category_desc",
      organisation: "org_title",
      seats: "vol_requests",
      description: "summary",
      address: "locality",
      postcode: "Postcode",
      startsOn: "start_date_date",
      endsOn: "end_date_date",
      latitude: "Latitude",
      longitude: "Longitude",
    });
    expect(guessColumnsOf("placements", ["Título", "Organización", "Plazas", "Correo electrónico"], [])).toEqual({
      title: 0,
      organisation: 1,
      seats: 2,
      contactMail: 3,
    });
  });

  it.each([
    ["Skills learned", "skills"],
    ["What you will learn", "skills"],
    ["Lo que aprenderás", "skills"],
    ["Also called", "aliases"],
    ["Alternate title", "aliases"],
  ] as const)("with the heading %j hold the %s", (heading, target) => {
    expect(guessColumnsOf("placements", ["Title", "Host", heading], [])).toEqual({
      title: 0,
      organisation: 1,
      [target]: 2,
    });
  });

  it.each(["Skills", "Skills needed", "Must have skills gained elsewhere", "Habilidades", "Habilidades requeridas"])(
    "of what a student may have to bring (%s) are not taken for what they learn",
    (heading) => {
      expect(guessColumnsOf("placements", ["Title", "Host", heading], [])).toEqual({ title: 0, organisation: 1 });
    },
  );

  it("without a value are passed over", () => {
    expect(guessColumnsOf("placements", ["title", "name of host", "host"], [["Helper", "", "Elm"]])).toEqual({
      title: 0,
      organisation: 2,
    });
  });

  it("have to name a title and an organisation, and to exist", () => {
    const faultsOf = (columns: object) => faultsOfMapping("placements", { columns, defaultKind: "internship" }, 3);
    expect(faultsOf({ title: 0 })).toEqual(["organisation"]);
    expect(faultsOf({ title: 0, organisation: 3 })).toEqual(["organisation"]);
    expect(faultsOf({ title: 0, organisation: 1 })).toEqual([]);
  });
});
