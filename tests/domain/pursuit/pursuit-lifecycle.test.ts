import { expect, test } from "vitest";
import { LIVE_STATES, PLACE_HOLDING_STATES, type PursuitMove, pursuitLifecycle } from "~/domain/pursuit/lifecycle";
import { mayDecidePursuits, mayReadPursuit, mayRequestPursuit } from "~/domain/pursuit/policy";
import { type CastKey, cast, castActor, hasAccount } from "~db/cast";

const moves = Object.entries(pursuitLifecycle) as [
  PursuitMove,
  { from: string | readonly string[]; by: readonly string[] },
][];
const movesBy = (role: string) => moves.filter(([, { by }]) => by.includes(role)).map(([name]) => name);
const actorOf = (key: CastKey) => {
  const member = cast[key];
  if (!hasAccount(member)) throw new Error(`${key} cannot sign in`);
  return castActor(member);
};

test("who may make which move of a pursuit", () => {
  const staff = [
    ...["accept", "approve", "complete", "decline", "offer"],
    ...["refuse_offer", "turn_down", "want", "withdraw"],
  ];
  expect({
    student: movesBy("student").sort(),
    mentor: movesBy("mentor").sort(),
    system: movesBy("system").sort(),
    coordinator: movesBy("coordinator").sort(),
    admin: movesBy("admin").sort(),
    guardian: movesBy("guardian"),
    advisor: movesBy("advisor"),
  }).toEqual({
    student: ["accept", "refuse_offer", "want", "withdraw"],
    mentor: ["offer", "turn_down"],
    system: ["contact", "expire", "hold", "withdraw"],
    coordinator: staff,
    admin: staff,
    guardian: [],
    advisor: [],
  });
});

test("the first contact is one move, of the system alone, and it needs the consent and all that stands before it", () => {
  const into = moves.filter(([name]) => pursuitLifecycle[name].to === "contacted");
  expect(into.map(([name]) => name)).toEqual(["contact"]);
  expect(pursuitLifecycle.contact).toMatchObject({
    from: "approved",
    by: ["system"],
    needs: [
      "listing_open",
      "looking_consent",
      "host_reachable",
      "pair_allowed",
      "lead_clear",
      "lead_read",
      "gates_before_contact",
    ],
  });
});

test("a suggestion becomes an approval by the student's word only, which coordinators take down where it was said to them", () => {
  const out = moves.filter(([, { from }]) => [from].flat().includes("suggested")).map(([name]) => name);
  expect(out.sort()).toEqual(["expire", "want", "withdraw"]);
  expect(pursuitLifecycle.want.by).toEqual(["student", "coordinator", "admin"]);
});

test("only what is live can be withdrawn, and a place is held from the approval to the end", () => {
  expect([...pursuitLifecycle.withdraw.from]).toEqual([...LIVE_STATES]);
  expect(PLACE_HOLDING_STATES).not.toContain("requested");
  expect(pursuitLifecycle.approve.needs).toContain("free_place");
  expect(pursuitLifecycle.complete.needs).toContain("gates_before_visit");
});

test("coordinators and admins decide; advisors, students, families and mentors do not", () => {
  const may = (["ines", "priya", "tom", "ana", "rosa", "maya"] as const).filter((key) =>
    mayDecidePursuits(actorOf(key)),
  );
  expect(may).toEqual(["ines", "priya"]);
  const ask = (["ines", "priya", "tom", "ana", "rosa", "maya"] as const).filter((key) =>
    mayRequestPursuit(actorOf(key)),
  );
  expect(ask).toEqual(["ana"]);
});

test("the student, coordinators and the own advisor read a pursuit", () => {
  const anas = { studentId: cast.ana.personId, inOwnAdvisory: false };
  expect(mayReadPursuit(castActor(cast.ana), anas)).toBe(true);
  expect(mayReadPursuit(castActor(cast.jada), { ...anas, inOwnAdvisory: true })).toBe(false);
  expect(mayReadPursuit(castActor(cast.ines), anas)).toBe(true);
  expect(mayReadPursuit(castActor(cast.tom), anas)).toBe(false);
  expect(mayReadPursuit(castActor(cast.tom), { ...anas, inOwnAdvisory: true })).toBe(true);
  expect(mayReadPursuit(castActor(cast.rosa), { ...anas, inOwnAdvisory: true })).toBe(false);
});
