import fc from "fast-check";
import { expect, test } from "vitest";
import { agreementLifecycle } from "~/domain/agreement/lifecycle";
import { consentLifecycle } from "~/domain/consent/lifecycle";
import { messageLifecycle } from "~/domain/conversation/message-lifecycle";
import { engagementLifecycle } from "~/domain/engagement/lifecycle";
import { allocationLifecycle } from "~/domain/fund/allocation-lifecycle";
import { ltiDayLifecycle } from "~/domain/hours/lifecycle";
import { importLifecycle } from "~/domain/imports/lifecycle";
import { introductionLifecycle } from "~/domain/introduction/lifecycle";
import { move, type Transition } from "~/domain/lifecycle";
import { listingLifecycle } from "~/domain/listing/lifecycle";
import { matchLifecycle } from "~/domain/matching/lifecycle";
import { pursuitLifecycle } from "~/domain/pursuit/lifecycle";
import { visitLifecycle } from "~/domain/visit/lifecycle";

type Row = Transition<string, string, string, string>;
interface Case {
  name: string;
  table: Record<string, Row>;
  /** Where things of this kind begin. */
  begins: string[];
  /** Where they end: nothing leads out. */
  ends: string[];
}

const cases: Case[] = [
  {
    name: "pursuit",
    table: pursuitLifecycle,
    begins: ["requested", "suggested"],
    ends: ["completed", "declined", "expired", "not_taken", "withdrawn"],
  },
  { name: "listing", table: listingLifecycle, begins: ["in_review"], ends: [] },
  { name: "consent", table: consentLifecycle, begins: ["requested"], ends: ["lapsed", "superseded"] },
  { name: "match", table: matchLifecycle, begins: ["proposed"], ends: ["approved", "stale"] },
  {
    name: "introduction",
    table: introductionLifecycle,
    begins: ["submitted"],
    ends: ["accepted", "declined", "expired", "joined"],
  },
  { name: "visit", table: visitLifecycle, begins: ["proposed"], ends: ["cancelled", "done", "missed"] },
  { name: "message", table: messageLifecycle, begins: ["held"], ends: ["returned", "sent"] },
  { name: "engagement", table: engagementLifecycle, begins: ["not_started"], ends: ["closed"] },
  { name: "agreement", table: agreementLifecycle, begins: ["draft"], ends: ["void"] },
  { name: "LTI day", table: ltiDayLifecycle, begins: ["planned"], ends: ["absent", "confirmed"] },
  {
    name: "allocation",
    table: allocationLifecycle,
    begins: ["proposed"],
    ends: ["declined", "disbursed", "withdrawn"],
  },
  { name: "import", table: importLifecycle, begins: ["uploaded"], ends: ["cancelled", "failed", "finished"] },
];

const rowsOf = (table: Case["table"]): Row[] => Object.values(table);
const fromOf = (row: Row) => [row.from].flat() as string[];
const statesOf = (table: Case["table"]) => [...new Set(rowsOf(table).flatMap((row) => [...fromOf(row), row.to]))];

test.each(cases)("every state of a $name can be reached from its beginning, and every move can happen", (each) => {
  const reached = new Set(each.begins);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const row of rowsOf(each.table)) if (fromOf(row).some((state) => reached.has(state))) reached.add(row.to);
  }
  expect([...reached].sort()).toEqual([...new Set([...statesOf(each.table), ...each.begins])].sort());
  for (const row of rowsOf(each.table)) expect(fromOf(row).every((state) => reached.has(state))).toBe(true);
});

test.each(cases)("nothing leads out of the end of a $name, and every other state has a way on", (each) => {
  const left = new Set(rowsOf(each.table).flatMap(fromOf));
  expect(
    statesOf(each.table)
      .filter((state) => !left.has(state))
      .sort(),
  ).toEqual(each.ends);
});

test.each(cases)("every move of a $name has somebody who may make it and leads somewhere else", ({ table }) => {
  for (const row of rowsOf(table)) {
    expect(row.by.length).toBeGreaterThan(0);
    expect(fromOf(row)).not.toContain(row.to);
  }
});

const roles = ["student", "guardian", "mentor", "advisor", "coordinator", "admin", "system"];

test.each(cases)(
  "a $name moves when state, role and needs all fit, and is refused for the first that does not",
  ({ table }) => {
    const asked = fc.record({
      row: fc.constantFrom(...rowsOf(table)),
      state: fc.constantFrom(...statesOf(table)),
      role: fc.constantFrom(...roles),
      met: fc.subarray([...new Set(rowsOf(table).flatMap((row) => row.needs ?? []))]),
    });
    fc.assert(
      fc.property(asked, ({ row, state, role, met }) => {
        const moved = move(row, { state, role, met });
        const missing = (row.needs ?? []).filter((need) => !met.includes(need));
        if (!row.by.includes(role)) expect(moved).toEqual({ ok: false, reason: "not_permitted" });
        else if (!fromOf(row).includes(state))
          expect(moved).toEqual({ ok: false, reason: "wrong_state", detail: { state } });
        else if (missing.length > 0)
          expect(moved).toEqual({ ok: false, reason: "still_needed", detail: { missing: missing.join(",") } });
        else expect(moved).toEqual({ ok: true, to: row.to, notifies: row.notifies ?? [] });
      }),
    );
  },
);
