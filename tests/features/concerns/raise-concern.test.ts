import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { listConcerns } from "~/features/concerns/list-concerns.server";
import { openConcern } from "~/features/concerns/open-concern.server";
import { openReport } from "~/features/concerns/open-report.server";
import { ownConcernTasks } from "~/features/concerns/own-concern-tasks.server";
import { raiseConcern } from "~/features/concerns/raise-concern.server";
import { unsealConcern } from "~/features/concerns/unseal-concern.server";
import { openOperations } from "~/features/operations/open-operations.server";
import { settleMail } from "~/features/operations/settle-mail.server";
import { thanksFor } from "~/http/concern-form.server";
import { cast, castActor } from "~db/cast";
import { raise, report, SEALED } from "../../support/concerns";
import { anaContacted, staff } from "../../support/pursuit-way";
import {
  countRows,
  hostByLink,
  listMails,
  NOBODY,
  openStage,
  reasonIn,
  type Stage,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("update safeguarding_leads set to_on = null");
});
afterAll(() => stage.close());

const leads = ["ines", "priya"] as const;
const idsSeenBy = async (actor: Actor) => valueIn(await listConcerns(stage.wiring, actor)).concerns.map(({ id }) => id);
const receiptsOf = async (actor: Actor) => valueIn(await openReport(stage.wiring, actor)).receipts;
const endLead = (key: "ines" | "priya") =>
  stage.rows("update safeguarding_leads set to_on = '2026-10-14' where person_id = $1", [cast[key].personId]);

test("a report reaches the leads, who read it after unsealing it, and its reporter keeps a receipt", async () => {
  const rosa = castActor(cast.rosa);
  const concernId = await raise(stage, rosa, {
    about: `student:${cast.ana.personId}`,
    mayCall: true,
    callPhone: "555 0100",
  });
  for (const key of leads) expect(await idsSeenBy(staff(key))).toEqual([concernId]);
  const asked = { concernId };
  expect(valueIn(await openConcern(stage.wiring, staff("ines"), asked)).said).toBeUndefined();
  valueIn(await unsealConcern(stage.wiring, staff("ines"), asked));
  const open = valueIn(await openConcern(stage.wiring, staff("ines"), asked));
  expect(open.said).toMatchObject({
    about: "Ana Reyes",
    callPhone: "555 0100",
    reportedAs: "guardian",
    reporter: "Rosa Reyes",
  });
  expect(open.said?.body).toContain(SEALED);
  expect(open.reads).toEqual([{ name: "Ines Carvalho", at: expect.any(String) }]);
  expect(valueIn(await openConcern(stage.wiring, staff("priya"), asked)).said).toBeUndefined();
  expect(await receiptsOf(rosa)).toEqual([
    {
      id: concernId,
      number: expect.stringMatching(/^\d{4}-\d{4}$/),
      raisedAt: expect.any(String),
      readBy: "leads",
      timeZone: "America/Los_Angeles",
    },
  ]);
});

test("nobody else reads it, learns of it, or sees the receipt: no other staff, no family, no stranger", async () => {
  const concernId = await raise(stage, castActor(cast.rosa), {});
  for (const key of ["tom", "june", "malik", "greta", "walter"] as const) {
    expect(await idsSeenBy(staff(key))).toEqual([]);
    expect(reasonIn(await openConcern(stage.wiring, staff(key), { concernId }))).toBe("not_found");
    expect(reasonIn(await unsealConcern(stage.wiring, staff(key), { concernId }))).toBe("not_found");
    expect((await ownConcernTasks(stage.wiring, staff(key))).waiting).toBe(0);
  }
  for (const key of ["ana", "rosa", "maya"] as const)
    expect(reasonIn(await openConcern(stage.wiring, castActor(cast[key]), { concernId }))).toBe("not_permitted");
  for (const key of ["ana", "monique", "tom", "ines", "maya"] as const)
    expect(await receiptsOf(castActor(cast[key]))).toEqual([]);
  expect(await countRows(stage, "concern_reads")).toBe(0);
});

test.each([
  ["chosen from the list", { about: `person:${cast.ines.personId}` }],
  ["written as a name", { aboutName: "Ms. CARVÁLHO" }],
  ["told of in the report", { body: `${SEALED} Ines Carvalho shouted at me.` }],
])("a lead who is named is kept out, %s: no list, no task, no mail; the other lead reads it", async (_, said) => {
  const concernId = await raise(stage, staff("tom"), said);
  expect(await idsSeenBy(staff("ines"))).toEqual([]);
  expect(reasonIn(await openConcern(stage.wiring, staff("ines"), { concernId }))).toBe("not_found");
  expect((await ownConcernTasks(stage.wiring, staff("ines"))).waiting).toBe(0);
  expect(await idsSeenBy(staff("priya"))).toEqual([concernId]);
  expect((await ownConcernTasks(stage.wiring, staff("priya"))).waiting).toBe(1);
  expect((await listMails(stage)).map(({ to }) => to)).toEqual([cast.priya.mail]);
});

test("where the only lead is named the admins read it; where they are named too nobody does, and the reporter is told", async () => {
  await endLead("priya");
  const first = await raise(stage, staff("tom"), { about: `person:${cast.ines.personId}` });
  expect(await idsSeenBy(staff("priya"))).toEqual([first]);
  expect(await idsSeenBy(staff("ines"))).toEqual([]);
  await raise(stage, staff("tom"), { aboutName: "Ines Carvalho and Priya Nair" });
  for (const key of leads) expect(await idsSeenBy(staff(key))).not.toHaveLength(2);
  expect((await receiptsOf(staff("tom"))).map(({ readBy }) => readBy).sort()).toEqual(["admins", "nobody"]);
});

test("at a school without leads the report goes to its admins, whose home says that leads are missing", async () => {
  for (const key of leads) await endLead(key);
  const concernId = await raise(stage, castActor(cast.ana), {});
  expect(await idsSeenBy(staff("priya"))).toEqual([concernId]);
  expect(await idsSeenBy(staff("ines"))).toEqual([]);
  expect(await ownConcernTasks(stage.wiring, staff("priya"))).toEqual({ waiting: 1, leadsMissing: 2 });
  expect(await ownConcernTasks(stage.wiring, staff("ines"))).toEqual({ waiting: 0, leadsMissing: 0 });
  expect((await listMails(stage)).map(({ to }) => to)).toEqual([cast.priya.mail]);
});

test("a lead whose membership is over reads nothing more, also when nobody ended their being a lead", async () => {
  const concernId = await raise(stage, castActor(cast.ana), {});
  const ended = "update identity.memberships set to_on = $2 where person_id = $1";
  await stage.rows(ended, [cast.ines.personId, "2026-10-14"]);
  expect(reasonIn(await openConcern(stage.wiring, staff("ines"), { concernId }))).toBe("not_found");
  await stage.rows(ended, [cast.ines.personId, null]);
});

test("a report about a student is kept from the student's guardians, who may work at the school as well", async () => {
  const concernId = await raise(stage, castActor(cast.ines), { about: `student:${cast.ana.personId}` });
  const [watch] = await stage.rows<{ not_for: string[] }>("select not_for from concern_watch where concern_id = $1", [
    concernId,
  ]);
  expect(watch?.not_for).toEqual(expect.arrayContaining([cast.ana.personId, cast.rosa.personId]));
  expect(watch?.not_for).not.toContain(cast.priya.personId);
});

test("the reporter of what nobody is left to read hears that first, and no thanks", () => {
  expect(thanksFor({ readBy: "nobody" })).toBe("concerns:toast.unread");
  expect(["leads", "admins"].map((readBy) => thanksFor({ readBy }))).toEqual([
    "concerns:toast.sent",
    "concerns:toast.sent",
  ]);
});

test("a form that is sent twice, also at the same moment, is one report with one number", async () => {
  const once = report();
  const rosa = castActor(cast.rosa);
  const answers = await Promise.all([1, 2, 3].map(() => raiseConcern(stage.wiring, rosa, once)));
  answers.push(await raiseConcern(stage.wiring, rosa, once));
  expect(new Set(answers.map((answer) => valueIn(answer).number)).size).toBe(1);
  expect(await countRows(stage, "concerns")).toBe(1);
  expect(await stage.rows("select task_identifier from graphile_worker.jobs")).toEqual([
    { task_identifier: "watch-concern" },
  ]);
});

test("a report without words, with a tick and no number, about somebody whom the reporter does not see, or the twenty-first of a day is refused", async () => {
  const ana = castActor(cast.ana);
  const refusedAs = async (said: Parameters<typeof report>[0]) =>
    reasonIn(await raiseConcern(stage.wiring, ana, report(said)));
  expect(await refusedAs({ body: " \n " })).toBe("words_missing");
  expect(await refusedAs({ mayCall: true })).toBe("phone_missing");
  for (const about of [`student:${cast.jada.personId}`, `person:${cast.june.personId}`, `person:${NOBODY}`])
    expect(await refusedAs({ about })).toBe("not_found");
  expect(await countRows(stage, "concerns")).toBe(0);
  for (let sent = 0; sent < 20; sent += 1) valueIn(await raiseConcern(stage.wiring, ana, report()));
  expect(await refusedAs({})).toBe("too_many");
  stage.wiring.clock.pass(24 * 60 + 1);
  valueIn(await raiseConcern(stage.wiring, ana, report()));
});

test("everybody chooses among people they see on other pages, and no one else", async () => {
  await anaContacted(stage);
  const chosenBy = async (actor: Actor) =>
    valueIn(await openReport(stage.wiring, actor)).schools.flatMap(({ people }) => people.map(({ name }) => name));
  // Samir covers for Tom these days.
  expect(await chosenBy(castActor(cast.ana))).toEqual(
    ["Samir", "Tom", "Maya"].map((name) => expect.stringContaining(name)),
  );
  expect(await chosenBy(castActor(cast.derek))).toEqual(["Jada"]);
  expect(await chosenBy(castActor(cast.maya))).toEqual(["Ana"]);
  expect(await chosenBy(castActor(cast.carlos))).toEqual([]);
  const tom = await chosenBy(staff("tom"));
  expect(tom).toEqual(expect.arrayContaining(["Ana Reyes", "June Park", "Priya Nair"]));
  expect(tom.join()).not.toContain("Hodan");
});

test("a mentor reports to a school of the district about a student they were told of; another mentor cannot name that student", async () => {
  const pursuitId = await anaContacted(stage);
  const about = { about: `pursuit:${pursuitId}`, schoolId: cast.ana.schoolId };
  expect(reasonIn(await raiseConcern(stage.wiring, castActor(cast.carlos), report(about)))).toBe("not_found");
  valueIn(await raiseConcern(stage.wiring, castActor(cast.ruth), report({ ...about, about: null })));
  expect(await stage.rows("select school_id from concerns")).toEqual([{ school_id: cast.greta.schoolId }]);
  expect(reasonIn(await raiseConcern(stage.wiring, castActor(cast.maya), report()))).toBe("school_missing");
  const concernId = await raise(stage, castActor(cast.maya), about);
  valueIn(await unsealConcern(stage.wiring, staff("ines"), { concernId }));
  expect(valueIn(await openConcern(stage.wiring, staff("ines"), { concernId })).said).toMatchObject({
    about: "Ana Reyes",
    reportedAs: "mentor",
  });
  expect(await receiptsOf(castActor(cast.maya))).toHaveLength(1);
});

test("the bearer of a first contact reports without an account; no link shows what was sent with it", async () => {
  const link = await hostByLink(stage, await anaContacted(stage));
  await raise(stage, link, { about: `pursuit:${link.subjectId}` });
  // others may open a mailed link: what was sent with it is shown once, when it is sent
  expect(await receiptsOf(link)).toEqual([]);
  // who works at a school is not for hosts to know
  expect(valueIn(await openReport(stage.wiring, link)).schools).toMatchObject([{ leads: [], readers: [] }]);
  expect(reasonIn(await raiseConcern(stage.wiring, { ...link, linkKind: "give" as const }, report()))).toBe(
    "not_permitted",
  );
});

test("the mail says when and where to read it, nothing more, and nothing of a report is in the common log, in tasks or in the log of the server", async () => {
  await raise(stage, castActor(cast.rosa), { about: `student:${cast.ana.personId}`, aboutName: "zznamed Harlow" });
  const mails = await listMails(stage);
  expect(mails.map(({ kind, to }) => [kind, to])).toEqual([
    ["concern-waits", cast.ines.mail],
    ["concern-waits", cast.priya.mail],
  ]);
  expect(Object.keys(mails[0]?.props ?? {}).sort()).toEqual([
    "at",
    "helpName",
    "helpPhone",
    "link",
    "schoolName",
    "timeZone",
  ]);
  for (const table of ["audit_log", "staff_tasks", "mails", "graphile_worker._private_jobs"]) {
    const rows = await stage.rows<{ row: string }>(`select t::text as row from ${table} t`);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/zzsealed|zznamed|Ana|Rosa/);
  }
  expect(await countRows(stage, "audit_log")).toBe(0);
  expect(JSON.stringify(stage.wiring.lines)).not.toMatch(/zzsealed|zznamed/);
});

test("an alert that did not leave is in nobody's list of mails, and no admin gives it up", async () => {
  await raise(stage, castActor(cast.rosa));
  await stage.rows(
    "update mails set state = 'failed', last_error = 'the provider refused it' where kind = 'concern-waits'",
  );
  const priya = castActor(cast.priya);
  expect(valueIn(await openOperations(stage.wiring, priya)).mail).toMatchObject({ troubled: [], counts: [], depth: 0 });
  for (const { id: mailId } of await stage.rows<{ id: string }>("select id from mails"))
    for (const decision of ["retry", "discard"] as const)
      expect(reasonIn(await settleMail(stage.wiring, priya, { mailId, decision }))).toBe("gone_or_running");
});
