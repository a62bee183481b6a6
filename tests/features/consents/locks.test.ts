import pg from "pg";
import { expect, test } from "vitest";
import { recordConsent } from "~/features/consents/record-consent.server";
import { remindConsents } from "~/features/consents/remind-consents.server";
import { sendFreshLink } from "~/features/consents/send-fresh-link.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import { answer, approve, bearerOf, useScene } from "./scene";

const scene = useScene();
const DAY = 24 * 60;

/** Does something while another transaction decides about Ana; answers its outcome once that one has ended. */
async function whileAnaIsHeld<Result>(work: () => Promise<Result>): Promise<Result> {
  const other = new pg.Client({ connectionString: scene.database.superuserUrl });
  await other.connect();
  try {
    await other.query("begin");
    await other.query("select from students where id = $1 for no key update", [cast.ana.personId]);
    const result = work();
    await expect.poll(countWaiting, { timeout: 5_000 }).toBe(1);
    await other.query("commit");
    return await result;
  } finally {
    await other.end();
  }
}

async function countWaiting(): Promise<number | undefined> {
  const [row] = await sql<{ count: number }>(
    scene.database,
    "select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return row?.count;
}

test("whoever answers waits for what is being decided about the student", async () => {
  const { consentIds } = await approve(scene);
  const [consentId = ""] = consentIds;
  for (const given of ["refuse", "give", "revoke"] as const)
    expect(await whileAnaIsHeld(() => answer(scene, castActor(cast.rosa), { consentId, answer: given }))).toMatchObject(
      {
        ok: true,
      },
    );
});

test("so does what staff record", async () => {
  const { consentIds } = await approve(scene);
  const recorded = await whileAnaIsHeld(() =>
    recordConsent(scene.wiring, castActor(cast.ines), {
      consentId: consentIds[0] ?? "",
      answer: "refuse",
      channel: "phone",
      on: "2026-10-15",
      signedName: "",
      relationship: "",
      interpreter: "",
      evidence: "",
    }),
  );
  expect(recorded).toMatchObject({ ok: true });
});

test("so do a fresh link and a reminder", async () => {
  await sql(scene.database, "update consents set reminded_at = now()");
  const { consentIds } = await approve(scene);
  const { linkId } = await bearerOf(scene, consentIds[0] ?? "");
  scene.wiring.clock.pass(15 * DAY);
  expect(await whileAnaIsHeld(() => sendFreshLink(scene.wiring, linkId))).toMatchObject({ ok: true });
  expect(await whileAnaIsHeld(() => remindConsents(scene.wiring))).toMatchObject({ value: { reminders: 1 } });
});
