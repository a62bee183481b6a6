import { afterAll, beforeAll, expect, test } from "vitest";
import { raiseConcern } from "~/features/concerns/raise-concern.server";
import { takeConcernOn } from "~/features/concerns/take-concern-on.server";
import { unsealConcern } from "~/features/concerns/unseal-concern.server";
import { liftSuspension } from "~/features/suspensions/lift-suspension.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { cast, castActor } from "~db/cast";
import { call, report } from "../../support/concerns";
import { anaOffered, staff } from "../../support/pursuit-way";
import { openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const mentorId = cast.maya.personId;
/** In what was said, in the name that was written, in the number to call, and in both reasons. */
const CANARY = "zzsealed";
/** Where these words may stand: sealed, under the policies that tests/security/doors.test.ts tries. */
const SEALED = ["public.concerns", "public.suspension_reasons"];

/** Rows of every table of every schema that hold a word, as the owner of the server sees them. */
async function tablesHolding(word: string): Promise<string[]> {
  const tables = await stage.rows<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' order by 1`,
  );
  const holding = [];
  for (const { name } of tables) {
    const [found] = await stage.rows(`select 1 from ${name} t where t::text ilike '%' || $1 || '%' limit 1`, [word]);
    if (found) holding.push(name);
  }
  return holding;
}

async function liveOn(): Promise<string> {
  await anaOffered(stage);
  await stage.rows("update mails set state = 'sent', sent_at = now() where kind = 'first-contact'");
  const said = {
    about: `mentor:${mentorId}`,
    body: `${CANARY} He drove her home.`,
    aboutName: `${CANARY} Brandt`,
    mayCall: true,
    callPhone: `${CANARY} 555`,
  };
  valueIn(await raiseConcern(stage.wiring, castActor(cast.ana), report(said)));
  const [watch] = await stage.rows<{ concern_id: string }>("select concern_id from concern_watch");
  const concernId = watch?.concern_id ?? "";
  const { schoolId } = cast.ines;
  for (const turn of [0, 1]) await call(stage, { schoolId, concernId, turn });
  valueIn(await unsealConcern(stage.wiring, staff("ines"), { concernId }));
  valueIn(await takeConcernOn(stage.wiring, staff("ines"), { concernId }));
  valueIn(await suspendMentor(stage.wiring, staff("ines"), { mentorId, reason: `${CANARY} She told me.` }));
  return concernId;
}

test("what a report says and why a mentor is suspended stand nowhere but under their seals, from the report to the end", async () => {
  const concernId = await liveOn();
  expect(await tablesHolding(CANARY)).toEqual(SEALED);
  valueIn(await liftSuspension(stage.wiring, staff("priya"), { mentorId, reason: `${CANARY} Settled.` }));
  expect(await tablesHolding(CANARY)).toEqual(SEALED);
  // audit, jobs, mails, tasks, search documents: nothing there leads from the mentor to the report
  for (const table of ["audit_log", "staff_tasks", "search_documents", "graphile_worker._private_jobs"])
    expect(
      await stage.rows(
        `select 1 from ${table} t where t::text like '%' || $1 || '%' and t::text like '%' || $2 || '%'`,
        [concernId, mentorId],
      ),
    ).toEqual([]);
  const acts = await stage.rows<{ transition: string; reason: string; evidence: string }>(
    "select transition, reason, evidence from audit_log where noun = 'mentor' order by at, id",
  );
  expect(acts.map(({ transition }) => transition).toSorted()).toEqual(["lift_suspension", "suspend"]);
  for (const act of acts) expect(act).toMatchObject({ reason: "", evidence: "" });
});

test("mails of that night name neither the mentor nor the report's words, in no subject, body or header", async () => {
  const mails = await stage.rows<{ kind: string; whole: string }>(
    "select kind, m::text as whole from mails m where kind = 'concern-waits'",
  );
  expect(mails.length).toBeGreaterThan(0);
  for (const { whole } of mails) expect(whole).not.toMatch(/Maya|Brandt|zzsealed/i);
  const toMentor =
    "select 1 from mails where recipient_mentor_id = $1 and created_at >= (select min(raised_at) from concern_watch) and kind <> 'first-contact'";
  expect(await stage.rows(toMentor, [mentorId])).toEqual([]);
});
