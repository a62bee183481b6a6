import fc from "fast-check";
import { expect, test } from "vitest";
import {
  mayBeOneStudent,
  mergedTies,
  type StudentStanding,
  type StudentTie,
  studentMergeFault,
} from "~/domain/merge/students";
import { LINK_RIGHTS } from "~/domain/people/link-rights";

const NOBODY: StudentStanding = {
  ...{ hasOtherDuties: false, hasLeft: false, isMoving: false, isHeld: false, answeredBy: [], ties: [] },
};
const fault = (kept: Partial<StudentStanding>, other: Partial<StudentStanding>) =>
  studentMergeFault({ ...NOBODY, ...kept }, { ...NOBODY, ...other });
const tie = (change: Partial<StudentTie> = {}): StudentTie => ({
  ...{ studentId: "ana", guardianId: "rosa", relationship: "mother", legalBasis: "guardian", callOrder: 1 },
  ...{ fromOn: "2026-08-01", hasBegun: true, toOn: null, isOver: false, isUndecided: false, studentLetsSee: false },
  rights: { mayConsent: true, maySeeRecords: true, mayKnowWhereabouts: true },
  ...change,
});

test("a student without a history goes into another one, and nobody else does", () => {
  expect(fault({}, {})).toBeNull();
  expect(fault({ isHeld: true }, {})).toBeNull();
  expect(fault({}, { isHeld: true })).toBe("wrong_way_round");
  expect(fault({ isHeld: true }, { isHeld: true })).toBe("both_held");
  for (const [is, why] of [
    ["hasOtherDuties", "other_duties"],
    ["hasLeft", "left"],
    ["isMoving", "moving"],
  ] as const) {
    expect(fault({ [is]: true }, {})).toBe(why);
    expect(fault({}, { [is]: true })).toBe(why);
  }
  expect(fault({ ties: [tie({ isOver: true })] }, { ties: [tie()] })).toBe("link_ended");
  expect(fault({}, { ties: [tie({ isUndecided: true })] })).toBe("link_undecided");
});

test("a guardian of both may do no more than both ties give, unless staff gave it, and no answer that counts is lost", () => {
  const rights = fc.record({
    mayConsent: fc.boolean(),
    maySeeRecords: fc.boolean(),
    mayKnowWhereabouts: fc.boolean(),
  });
  fc.assert(
    fc.property(rights, rights, fc.subarray([...LINK_RIGHTS]), (one, two, chosen) => {
      const [kept, other] = [
        { ...NOBODY, ties: [tie({ rights: one })], answeredBy: ["rosa"] },
        { ...NOBODY, ties: [tie({ rights: two })] },
      ];
      const given = chosen.map((right) => ({ guardianId: "rosa", right }));
      const ties = mergedTies(kept, other, given);
      if (typeof ties === "string") {
        expect(ties).toBe(one.mayConsent ? "answer_lost" : "answer_revived");
        expect(one.mayConsent).not.toBe(two.mayConsent);
        return;
      }
      const [merged] = ties;
      if (!merged) throw new Error("a tie of both is one tie");
      for (const right of LINK_RIGHTS)
        expect(merged.rights[right] && !(one[right] && two[right]) && !chosen.includes(right)).toBe(false);
      if (one.mayConsent) expect(merged.rights.mayConsent).toBe(true);
    }),
  );
  expect(mergedTies({ ...NOBODY, ties: [tie()] }, { ...NOBODY, ties: [tie({ guardianId: "ali" })] }, [])).toEqual([]);
});

test("an answer that counts does not end with the shorter of two ties, and one whose right had ended does not count again", () => {
  const answered = (change: Partial<StudentTie>) => ({ ...NOBODY, answeredBy: ["rosa"], ties: [tie(change)] });
  const other = (change: Partial<StudentTie>) => ({ ...NOBODY, ties: [tie(change)] });
  expect(mergedTies(answered({}), other({ toOn: "2026-12-01" }), [])).toBe("answer_lost");
  expect(mergedTies(answered({}), other({ fromOn: "2026-12-01", hasBegun: false }), [])).toBe("answer_lost");
  expect(mergedTies(answered({ toOn: "2026-12-01" }), other({}), [])).toHaveLength(1);
  const without = { rights: { mayConsent: false, maySeeRecords: true, mayKnowWhereabouts: true } };
  const given = [{ guardianId: "rosa", right: "mayConsent" as const }];
  expect(mergedTies(answered(without), other({}), given)).toBe("answer_revived");
  expect(mergedTies(answered(without), other({}), [])).toHaveLength(1);
  expect(mergedTies({ ...answered({}), ties: [] }, other({}), [])).toBe("answer_revived");
});

test("two who were born on different days are not proposed", () => {
  expect(mayBeOneStudent({ bornOn: "2010-01-01" }, { bornOn: "2010-01-02" })).toBe(false);
  expect(mayBeOneStudent({ bornOn: "2010-01-01" }, { bornOn: null })).toBe(true);
});
