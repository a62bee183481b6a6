import { describe, expect, test } from "vitest";
import { type MentorStanding, mentorMergeFault, nameAfterUndo } from "~/domain/merge/mentors";
import { findPersonTwins } from "~/domain/merge/person-twins";

const NOBODY: MentorStanding = { isHeld: false, isSuspended: false, isLeaving: false, isStaff: false };
const fault = (kept: Partial<MentorStanding>, other: Partial<MentorStanding>) =>
  mentorMergeFault({ ...NOBODY, ...kept }, { ...NOBODY, ...other });

describe("a mentor goes into another one", () => {
  test("without a history, whatever the other one has", () => {
    expect(fault({}, {})).toBeNull();
    expect(fault({ isHeld: true }, {})).toBeNull();
    expect(fault({}, { isHeld: true })).toBe("wrong_way_round");
    expect(fault({ isHeld: true }, { isHeld: true })).toBe("both_held");
  });

  test("while neither leaves, is suspended, or is staff", () => {
    expect(fault({ isLeaving: true }, {})).toBe("leaving");
    expect(fault({}, { isSuspended: true, isHeld: true })).toBe("suspended");
    expect(fault({ isStaff: true, isHeld: true }, {})).toBe("staff");
  });

  test("and has the own name again after an undo, unless somebody changed it since", () => {
    const [before, other] = ["Maya", "Mayita"].map((word) => ({ fullName: word, nameUsed: word, pronouns: "" }));
    if (!before || !other) throw new Error("two names");
    expect(nameAfterUndo({ now: other, before, other })).toEqual(before);
    const now = { ...other, nameUsed: "May" };
    expect(nameAfterUndo({ now, before, other })).toEqual(now);
  });
});

const of = (id: string, name: string, mails: string[] = [], phones: string[] = []) => ({ id, name, mails, phones });

test("two mentors are alike by an address, a number however it is written, or all words of the name in any order", () => {
  const pairs = findPersonTwins([
    of("1", "Ana María Ruiz", ["ana@x.example"], ["+1 (206) 555-0188"]),
    of("2", "Ruiz, Ana Maria", ["ANA@y.example"], ["206 555 0188"]),
    of("3", "Ana Ruiz", ["ana@x.example"]),
  ]);
  expect(pairs).toEqual([
    { oneId: "1", otherId: "2", because: ["phone", "name"] },
    { oneId: "1", otherId: "3", because: ["mail"] },
  ]);
});

test("a number that five share tells none of them apart", () => {
  expect(findPersonTwins(["1", "2", "3", "4", "5"].map((id) => of(id, id, [], ["206 555 0188"])))).toEqual([]);
});
