import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { endOtherSessions } from "~/features/accounts/end-other-sessions.server";
import { endSession } from "~/features/accounts/end-session.server";
import { findSession, type Session } from "~/features/accounts/find-session.server";
import { forgetOldSignIns } from "~/features/accounts/forget-old-sign-ins.server";
import { listOwnMemberships } from "~/features/accounts/list-memberships.server";
import { listSessions } from "~/features/accounts/list-sessions.server";
import { signInAsCast } from "~/features/accounts/sign-in-as-cast.server";
import { startSession } from "~/features/accounts/start-session.server";
import { switchMembership } from "~/features/accounts/switch-membership.server";
import { withIdentity } from "~db/scope.server";
import { insertAccount } from "../support/account";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { sql } from "../support/sql";
import { createTestWiring, TEST_NOW, type TestWiring } from "../support/wiring";

const DAY = 24 * 60;
let database: TestDatabase;
let wiring: TestWiring;
let rosa: Awaited<ReturnType<typeof insertAccount>>;
let rosaElsewhere: Awaited<ReturnType<typeof insertAccount>>;
let stranger: Awaited<ReturnType<typeof insertAccount>>;

beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
  rosa = await insertAccount(database, { mail: "rosa@example.org", role: "guardian", slug: "one" });
  rosaElsewhere = await insertAccount(database, { mail: "rosa@example.org", role: "guardian", slug: "two" });
  stranger = await insertAccount(database, { mail: "stranger@example.org", role: "admin", slug: "three" });
});
afterAll(async () => {
  await wiring.close();
  await database.drop();
});
beforeEach(async () => {
  wiring.clock.set(TEST_NOW);
  await sql(database, "delete from identity.sessions");
});

function signIn(accountId: string): Promise<{ sessionId: string; token: string }> {
  return withIdentity(wiring, (tx) =>
    startSession(tx, { accountId, device: "Firefox, Linux", now: wiring.clock.now() }),
  );
}
async function sessionOf(token: string): Promise<Session> {
  const session = await findSession(wiring, token);
  if (!session) throw new Error("no session");
  return session;
}

test("a session lives on while it is used and is over after fourteen days without a visit", async () => {
  const { token } = await signIn(rosa.accountId);
  wiring.clock.pass(13 * DAY);
  expect(await findSession(wiring, token)).not.toBeNull();
  wiring.clock.pass(13 * DAY);
  expect(await findSession(wiring, token)).not.toBeNull();
  wiring.clock.pass(14 * DAY);
  expect(await findSession(wiring, token)).toBeNull();
});

test("nothing but a live token is a session", async () => {
  for (const token of [null, "", "x", "a".repeat(43), "'; drop table identity.sessions --", "a".repeat(10_000)]) {
    expect(await findSession(wiring, token)).toBeNull();
  }
});

test("the owner sees their sessions and ends one of them", async () => {
  const phone = await signIn(rosa.accountId);
  const here = await signIn(rosa.accountId);
  const session = await sessionOf(here.token);
  expect(
    (await listSessions(wiring, session)).map(({ sessionId, isThisOne }) => [sessionId, isThisOne]).sort(),
  ).toEqual(
    [
      [phone.sessionId, false],
      [here.sessionId, true],
    ].sort(),
  );
  expect(await endSession(wiring, session, { sessionId: phone.sessionId })).toEqual({ ok: true, value: null });
  expect(await findSession(wiring, phone.token)).toBeNull();
  expect(await endSession(wiring, session, { sessionId: phone.sessionId })).toEqual({ ok: false, reason: "not_found" });
});

test("a stranger ends nobody else's session", async () => {
  const { token, sessionId } = await signIn(rosa.accountId);
  expect(await endSession(wiring, stranger, { sessionId })).toEqual({ ok: false, reason: "not_found" });
  expect(await findSession(wiring, token)).not.toBeNull();
});

test("ending all others keeps this one and everybody else's", async () => {
  const [here, other, foreign] = [
    await signIn(rosa.accountId),
    await signIn(rosa.accountId),
    await signIn(stranger.accountId),
  ];
  expect(await endOtherSessions(wiring, { accountId: rosa.accountId, sessionId: here.sessionId })).toEqual({
    ok: true,
    value: { ended: 1 },
  });
  expect(await findSession(wiring, here.token)).not.toBeNull();
  expect(await findSession(wiring, other.token)).toBeNull();
  expect(await findSession(wiring, foreign.token)).not.toBeNull();
});

test("a session acts as one membership at a time and the next session starts with the last one used", async () => {
  const { token } = await signIn(rosa.accountId);
  const session = await sessionOf(token);
  expect(session.actor).toMatchObject({ kind: "guardian", schoolId: rosa.schoolId, personId: rosa.personId });
  expect(await switchMembership(wiring, session, { membershipId: rosaElsewhere.membershipId })).toEqual({
    ok: true,
    value: null,
  });
  expect((await sessionOf(token)).actor).toMatchObject({
    schoolId: rosaElsewhere.schoolId,
    personId: rosaElsewhere.personId,
  });
  expect((await sessionOf((await signIn(rosa.accountId)).token)).membershipId).toBe(rosaElsewhere.membershipId);
});

test("a stranger's membership cannot be put on", async () => {
  const session = await sessionOf((await signIn(rosa.accountId)).token);
  expect(await switchMembership(wiring, session, { membershipId: stranger.membershipId })).toEqual({
    ok: false,
    reason: "not_found",
  });
});

test("a membership that ended opens nothing, and the session stays for the account page", async () => {
  const { token } = await signIn(stranger.accountId);
  await sql(database, "update identity.memberships set to_on = '2026-10-20' where id = $1", [stranger.membershipId]);
  expect((await sessionOf(token)).actor).not.toBeNull();
  wiring.clock.pass(7 * DAY);
  expect(await sessionOf(token)).toMatchObject({ actor: null, membershipId: null, mail: "stranger@example.org" });
  await sql(database, "update identity.memberships set to_on = null where id = $1", [stranger.membershipId]);
});

test("the account page names every place as that place's own scope does", async () => {
  expect(await listOwnMemberships(wiring, rosa)).toEqual([
    { membershipId: rosa.membershipId, name: "Test", role: "guardian", place: "Test school" },
    { membershipId: rosaElsewhere.membershipId, name: "Test", role: "guardian", place: "Test school" },
  ]);
});

test("nobody signs in as a sample person where they are not, or on a live server", async () => {
  expect(await signInAsCast(wiring, { key: "ines", device: "" })).toEqual({ ok: false, reason: "not_found" });
  expect(await signInAsCast(wiring, { key: "__proto__", device: "" })).toEqual({ ok: false, reason: "not_found" });
  const live = { ...wiring, env: { ...wiring.env, mode: "live" as const } };
  expect(await signInAsCast(live, { key: "ines", device: "" })).toEqual({ ok: false, reason: "not_found" });
});

test("challenges of yesterday and sessions that ended a month ago are forgotten, live ones are not", async () => {
  const old = await signIn(rosa.accountId);
  await endSession(wiring, rosa, { sessionId: old.sessionId });
  await sql(
    database,
    `insert into identity.challenges (browser_hash, code_mac, link_hash, created_at, expires_at)
      values ('\\x00', '\\x00', '\\x01', $1, $1)`,
    [TEST_NOW],
  );
  wiring.clock.pass(31 * DAY);
  const live = await signIn(rosa.accountId);
  expect(await forgetOldSignIns(wiring)).toEqual({ ok: true, value: { deleted: 2 } });
  expect(await findSession(wiring, live.token)).not.toBeNull();
});
