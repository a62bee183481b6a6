import fc from "fast-check";
import { expect, test } from "vitest";
import type { StaffRole } from "~/domain/actor";
import { type StaffStanding, staffMergeFault, widerRole } from "~/domain/merge/staff";

const place = (role: StaffRole, toOn: string | null = null) => ({ role, toOn });
const NOBODY: StaffStanding = {
  ...{ hasOtherDuties: false, places: [place("advisor")], isLead: false, isHeldReader: false, isLastAdmin: false },
  ...{ cameIn: [], accounts: ["one"], hasWritten: false },
};
const fault = (kept: Partial<StaffStanding>, other: Partial<StaffStanding>, more = {}) =>
  staffMergeFault({
    ...{ kept: { ...NOBODY, ...kept }, other: { ...NOBODY, ...other }, coverEachOther: false, byAccountId: "admin" },
    ...more,
  });

test("who never came in and wrote nothing goes; the one who did stays, and two who did stay two", () => {
  expect(fault({}, {})).toBeNull();
  expect(fault({ cameIn: ["one"], hasWritten: true }, {})).toBeNull();
  expect(fault({ cameIn: ["one"] }, { cameIn: ["one"] })).toBeNull();
  expect(fault({}, { cameIn: ["two"] })).toBe("wrong_way_round");
  expect(fault({}, { hasWritten: true })).toBe("wrong_way_round");
  expect(fault({ cameIn: ["one"] }, { hasWritten: true })).toBe("both_held");
});

test("nobody goes by whom a duty would be lost, and nobody merges themself", () => {
  expect(fault({ accounts: ["admin"] }, {})).toBe("own");
  expect(fault({}, { accounts: ["two", "admin"] })).toBe("own");
  expect(fault({ isLead: true }, {})).toBeNull();
  expect(fault({}, { isLead: true })).toBe("lead");
  expect(fault({ isHeldReader: true }, {})).toBeNull();
  expect(fault({}, { isHeldReader: true })).toBe("held_reader");
  expect(fault({}, { isLastAdmin: true, places: [place("admin")] })).toBe("last_admin");
  expect(fault({ places: [place("admin")] }, { isLastAdmin: true, places: [place("admin")] })).toBeNull();
  expect(fault({ hasOtherDuties: true }, {})).toBe("other_duties");
  expect(fault({ places: [] }, {})).toBe("not_staff");
  expect(fault({ places: [place("advisor"), place("coordinator", "2027-01-01")] }, {})).toBe("leaving");
  expect(fault({}, {}, { coverEachOther: true })).toBe("cover_both_ways");
});

test("a role is offered only where it does more than every one that the one that stays has", () => {
  const order: StaffRole[] = ["advisor", "coordinator", "admin"];
  const places = fc.array(
    fc.constantFrom(...order).map((role) => place(role)),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(places, places, (kept, other) => {
      const strength = (of: typeof kept) => Math.max(...of.map(({ role }) => order.indexOf(role)));
      const wider = widerRole(kept, other);
      expect(wider).toBe(strength(other) > strength(kept) ? order[strength(other)] : null);
    }),
  );
});
