import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  disputedRights,
  type FamilyAnswer,
  type FamilyLink,
  type GuardianStanding,
  guardianMergeFault,
  isFamilyTwin,
  mergedLink,
  mergedLinks,
} from "~/domain/merge/guardians";
import { LEGAL_BASES, LINK_RIGHTS, needsDocument } from "~/domain/people/link-rights";

const day = fc.constantFrom("2026-08-01", "2026-09-01", "2026-12-01");
const link: fc.Arbitrary<FamilyLink> = fc.record({
  studentId: fc.constant("ana"),
  relationship: fc.constant("aunt"),
  legalBasis: fc.constantFrom(...LEGAL_BASES),
  rights: fc.record({ mayConsent: fc.boolean(), maySeeRecords: fc.boolean(), mayKnowWhereabouts: fc.boolean() }),
  callOrder: fc.integer({ min: 1, max: 9 }),
  fromOn: day,
  hasBegun: fc.constant(true),
  toOn: fc.option(day),
  isOver: fc.constant(false),
  isUndecided: fc.constant(false),
  studentLetsSee: fc.boolean(),
});
const two = fc.record({ kept: link, other: link });
const given = fc.subarray([...LINK_RIGHTS]);

const NOBODY: GuardianStanding = {
  ...{ hasOtherDuties: false, hasLeft: false, accounts: [], isSeated: false, answers: [], links: [] },
};
const fault = (kept: Partial<GuardianStanding>, other: Partial<GuardianStanding>) =>
  guardianMergeFault({ ...NOBODY, ...kept }, { ...NOBODY, ...other });
const said = (state: string, change: Partial<FamilyAnswer> = {}): FamilyAnswer => ({
  ...{ studentId: "ana", purpose: "looking", pursuitId: null, state },
  ...change,
});

const TIE: FamilyLink = {
  ...{ studentId: "ana", relationship: "aunt", legalBasis: "guardian", callOrder: 1 },
  rights: { mayConsent: true, maySeeRecords: true, mayKnowWhereabouts: true },
  ...{ fromOn: "2026-08-01", hasBegun: true, toOn: null, isOver: false, isUndecided: false, studentLetsSee: false },
};
/** What comes of two ties where the one that stays has answered about the student. */
const become = (pair: { kept: FamilyLink; other: FamilyLink }, chosen: (typeof LINK_RIGHTS)[number][], state: string) =>
  mergedLinks(
    { ...NOBODY, links: [pair.kept], answers: [said(state)] },
    { ...NOBODY, links: [pair.other] },
    chosen.map((right) => ({ studentId: "ana", right })),
  );

describe("the one tie that comes of two to the same student", () => {
  test("gives nothing that neither of the two gave, and what one alone gave only where staff chose it", () => {
    fc.assert(
      fc.property(two, given, (pair, chosen) => {
        const merged = mergedLink(pair, chosen);
        for (const right of LINK_RIGHTS) {
          const [one, other] = [pair.kept.rights[right], pair.other.rights[right]];
          if (one && other) expect(merged.rights[right]).toBe(true);
          else if (one || other) expect(merged.rights[right] && !chosen.includes(right)).toBe(false);
          else expect(merged.rights[right]).toBe(false);
        }
      }),
    );
  });

  test("gives back nothing that a document took, whatever is chosen", () => {
    fc.assert(
      fc.property(two, given, (pair, chosen) => {
        const merged = mergedLink(pair, chosen);
        for (const { right, mayBeGiven } of disputedRights(pair)) {
          const lacking = pair.kept.rights[right] ? pair.other : pair.kept;
          expect(mayBeGiven).toBe(!needsDocument(lacking));
          if (!mayBeGiven) expect(merged.rights[right]).toBe(false);
        }
      }),
    );
  });

  test("holds no longer than either, and shows after 18 only what the student lets both read", () => {
    fc.assert(
      fc.property(two, given, (pair, chosen) => {
        const merged = mergedLink(pair, chosen);
        for (const each of [pair.kept, pair.other]) {
          expect(merged.fromOn >= each.fromOn).toBe(true);
          if (each.toOn) expect(merged.toOn && merged.toOn <= each.toOn).toBe(true);
          expect(merged.studentLetsSee && !each.studentLetsSee).toBe(false);
        }
      }),
    );
  });

  test("never lets an answer that counts count no more or less long, nor a yes count again that had ceased to", () => {
    fc.assert(
      fc.property(two, given, fc.constantFrom("given", "refused"), (pair, chosen, state) => {
        const links = become(pair, chosen, state);
        const { rights, toOn } = pair.kept;
        if (typeof links === "string") {
          expect(links).toBe(rights.mayConsent ? "answer_lost" : "answer_revived");
          return;
        }
        const [after] = links;
        if (rights.mayConsent) {
          expect(after?.rights.mayConsent).toBe(true);
          expect(after?.toOn).toBe(toOn);
        } else expect(state === "given" && after?.rights.mayConsent).toBe(false);
      }),
    );
  });

  test("begins no later than the one that was answered under, while it matters", () => {
    const begun = { ...TIE, fromOn: "2026-08-01" };
    const later = { ...TIE, fromOn: "2026-12-01", hasBegun: false };
    expect(become({ kept: begun, other: { ...TIE, fromOn: "2026-09-01" } }, [], "refused")).toHaveLength(1);
    expect(become({ kept: begun, other: later }, [], "refused")).toBe("answer_lost");
    expect(become({ kept: later, other: begun }, [], "refused")).toHaveLength(1);
  });

  test("brings no yes back that was said by a row that is no family of the student", () => {
    const stranger = { ...NOBODY, answers: [said("given")] };
    expect(mergedLinks({ ...NOBODY, links: [TIE] }, stranger, [])).toBe("answer_revived");
    expect(mergedLinks(stranger, { ...NOBODY, links: [TIE] }, [])).toBe("answer_revived");
  });
});

describe("a guardian goes into another one", () => {
  test("who never came in by an address of their own and sits in no conversation", () => {
    expect(fault({}, {})).toBeNull();
    expect(fault({ accounts: ["one"], isSeated: true }, {})).toBeNull();
    expect(fault({ accounts: ["one"] }, { accounts: ["one"] })).toBeNull();
    expect(fault({}, { accounts: ["one"] })).toBe("wrong_way_round");
    expect(fault({}, { isSeated: true })).toBe("wrong_way_round");
    expect(fault({ accounts: ["one"] }, { accounts: ["two"] })).toBe("both_held");
    expect(fault({ isSeated: true }, { accounts: ["two"] })).toBe("both_held");
  });

  test("unless the two said yes and no to one question", () => {
    expect(fault({ answers: [said("given")] }, { answers: [said("given")] })).toBeNull();
    expect(fault({ answers: [said("refused")] }, { answers: [said("revoked")] })).toBeNull();
    expect(fault({ answers: [said("given")] }, { answers: [said("refused", { purpose: "photo" })] })).toBeNull();
    expect(fault({ answers: [said("given")] }, { answers: [said("refused", { pursuitId: "clinic" })] })).toBeNull();
    expect(fault({ answers: [said("given")] }, { answers: [said("revoked")] })).toBe("answers_differ");
  });
});

test("a household's address makes nobody one person whose first name is another", () => {
  expect(
    isFamilyTwin(
      ["mail"],
      [
        ["rosa", "reyes"],
        ["juan", "reyes"],
      ],
    ),
  ).toBe(false);
  expect(
    isFamilyTwin(
      ["phone"],
      [
        ["rosa", "reyes"],
        ["rosa", "maria", "reyes"],
      ],
    ),
  ).toBe(true);
  expect(
    isFamilyTwin(
      ["name"],
      [
        ["rosa", "reyes"],
        ["reyes", "rosa"],
      ],
    ),
  ).toBe(true);
});
