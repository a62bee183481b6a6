import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { createResendMailer } from "~emails/resend.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { insertSchool, promiseMail, readMail, type TestSchool } from "../support/mail";
import { type Behaviour, type ResendDouble, startResendDouble } from "../support/resend-double";
import { sql } from "../support/sql";
import { createTestWiring, type TestWiring } from "../support/wiring";

let database: TestDatabase;
let school: TestSchool;
let double: ResendDouble;
let wiring: TestWiring;

beforeAll(async () => {
  database = await createTestDatabase();
  school = await insertSchool(database, "lakeview");
  double = await startResendDouble();
  const base = createTestWiring(database);
  const resend = createResendMailer({
    resendKey: "re_test",
    resendBaseUrl: double.url,
    requestsPerSecond: 2,
    webhookSecrets: [],
    from: "Throughline <mail@throughline.example>",
  });
  wiring = { ...base, mailer: { ...resend, capabilities: { ...resend.capabilities, minimumGapMs: 0 } } };
});
afterEach(() => sql(database, "truncate mails, mail_suppressions, mail_transports, staff_tasks cascade"));
afterAll(async () => {
  await double.stop();
  await wiring.close();
  await database.drop();
});

class Crash extends Error {}

/** A process that ends at its n-th moment: there is one before and one after each transaction and each request. */
function endingAt(n: number): { wiring: TestWiring; ended: () => boolean } {
  let moment = 0;
  let ended = false;
  const pass = () => {
    moment += 1;
    if (moment <= n) return;
    ended = true;
    throw new Crash();
  };
  const step = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    pass();
    const value = await work();
    pass();
    return value;
  };
  const { kysely } = wiring.db;
  const stepping = new Proxy(kysely, {
    get: (target, key) =>
      key === "transaction"
        ? () => ({ execute: (work: never) => step(() => target.transaction().execute(work)) })
        : Reflect.get(target, key),
  });
  const mailer = { ...wiring.mailer, send: (mail: never) => step(() => wiring.mailer.send(mail)) };
  return { wiring: { ...wiring, db: { ...wiring.db, kysely: stepping }, mailer }, ended: () => ended };
}

/** Ends the process at every moment in turn; each time a new one comes after the lease and finishes. */
async function crashEverywhere(
  prepare: (mailId: string) => Behaviour[] | Promise<Behaviour[]>,
  look: (mailId: string) => Promise<void>,
): Promise<number> {
  for (let n = 0; ; n += 1) {
    double.taken.length = 0;
    const mailId = await promiseMail(wiring, school);
    double.next(...(await prepare(mailId)));
    const process = endingAt(n);
    const end = await deliverMail(process.wiring, { mailId }).catch((error) => error);
    if (process.ended()) expect(end).toBeInstanceOf(Crash);
    for (let again = 0; again < 4 && (await readMail(database, mailId)).state.match(/queued|claimed/); again += 1) {
      wiring.clock.pass(1);
      await deliverMail(wiring, { mailId });
    }
    await look(mailId);
    if (!process.ended()) return n;
  }
}

test("a mail leaves once, wherever the worker ends", async () => {
  const moments = await crashEverywhere(
    () => [],
    async (mailId) => {
      expect(await readMail(database, mailId)).toMatchObject({ state: "sent" });
      expect(double.taken.map(({ key }) => key)).toEqual([mailId]);
    },
  );
  expect(moments).toBe(14);
  expect(double.faults).toEqual([]);
});

/** Puts another mail on its way with one. */
async function joinAnother(mailId: string): Promise<void> {
  const joinedId = await promiseMail(wiring, school, { kind: "introduction-thanks" });
  await sql(
    database,
    "update mails set joins_day = true, day_at = now(), joined_in = nullif($1::uuid, id) where id in ($1, $2)",
    [mailId, joinedId],
  );
}

test.each([["take" as const], ["lose-answer" as const]])(
  "the mail of a day leaves once with all that it carries, wherever the worker ends, where the provider's first answer is: %s",
  async (answer) => {
    await crashEverywhere(
      async (mailId) => {
        await joinAnother(mailId);
        return answer === "take" ? [] : [answer];
      },
      async (mailId) => {
        const states = await sql(database, "select state from mails where id = $1 or joined_in = $1", [mailId]);
        expect(states).toEqual([{ state: "sent" }, { state: "sent" }]);
        expect(double.taken.map(({ key }) => key)).toEqual([mailId]);
      },
    );
    expect(double.faults).toEqual([]);
  },
);

test("a mail whose first answer is lost leaves once, wherever the worker ends", async () => {
  await crashEverywhere(
    () => ["lose-answer"],
    async (mailId) => {
      expect(await readMail(database, mailId)).toMatchObject({ state: "sent" });
      expect(double.taken.map(({ key }) => key)).toEqual([mailId]);
    },
  );
  expect(double.faults).toEqual([]);
});

test("a refused mail becomes one task, wherever the worker ends", async () => {
  const refused: Behaviour = { status: 422, name: "validation_error" };
  await crashEverywhere(
    () => [refused],
    async (mailId) => {
      const tasks = await sql(database, "select id from staff_tasks where subject_id = $1", [mailId]);
      const { state } = await readMail(database, mailId);
      // Where the worker ended after the answer and before the record, the next one asks again, and is not refused.
      if (state === "failed") expect(tasks).toHaveLength(1);
      else expect(state).toBe("sent");
    },
  );
});
