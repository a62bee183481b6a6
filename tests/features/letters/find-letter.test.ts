import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { letterCodeOfTask } from "~/domain/notice/letter-code";
import { showInvitationCode } from "~/domain/people/invitation";
import { findLetter } from "~/features/letters/find-letter.server";
import { invitePerson } from "~/features/people/invite-person.server";
import { takeInvitationBack } from "~/features/people/take-invitation-back.server";
import { recordCall } from "~/features/tasks/record-call.server";
import { type CastAccountKey, cast, castActor, sampleSchools } from "~db/cast";
import { type Answer, startApp, type TestApp } from "../../support/app";
import { anaOffered, staff } from "../../support/pursuit-way";
import { giveLooking, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
let app: TestApp;
beforeAll(async () => {
  stage = await openStage({ connections: 4 });
  app = await startApp(stage.database);
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from invitations");
});
afterAll(async () => {
  await app.stop();
  await stage.close();
});

const ines = staff("ines");
const find = (key: CastAccountKey, letterCode: string) =>
  findLetter(stage.wiring, castActor(cast[key]), { letterCode });

/** A request to Rosa, with the code that its letter carries. */
async function rosaIsAsked(): Promise<{ consentId: string; code: string }> {
  const consentId = await giveLooking(stage, "ana", "rosa");
  const [row] = await stage.rows<{ code: string }>(
    "update consents set letter_code = 'R7SA2QXWYZ' where id = $1 returning letter_code as code",
    [consentId],
  );
  return { consentId, code: row?.code ?? "" };
}

/** Rosa, whom no mail reaches, is to hear of an offer: the task that stands in for the mail. */
async function rosaIsToHear(): Promise<string> {
  await stage.rows("update contact_points set undeliverable_at = now() where person_id = $1 and kind = 'mail'", [
    cast.rosa.personId,
  ]);
  await anaOffered(stage);
  await stage.rows("update contact_points set undeliverable_at = null where person_id = $1", [cast.rosa.personId]);
  const [task] = await stage.rows<{ id: string }>("select id from staff_tasks where kind = 'tell_family'");
  return task?.id ?? "";
}

describe("a coordinator", () => {
  test("finds what a letter is of by its code, however it is typed: a request, a task, an invitation", async () => {
    const { consentId, code } = await rosaIsAsked();
    const taskId = await rosaIsToHear();
    const ofTask = letterCodeOfTask(taskId);
    const invited = valueIn(
      await invitePerson(stage.wiring, ines, { personId: cast.abdi.personId, way: "letter", note: "" }),
    );
    const ofInvitation = showInvitationCode(invited?.code ?? "");
    expect(valueIn(await find("ines", ` ${code.toLowerCase()} `))).toEqual({ of: "consent", id: consentId });
    expect(valueIn(await find("priya", `${ofTask.slice(0, 5)}-${ofTask.slice(5)}`))).toEqual({
      of: "task",
      id: taskId,
    });
    expect(valueIn(await find("ines", ofTask.replaceAll("0", "O").replaceAll("1", "l")))).toEqual({
      of: "task",
      id: taskId,
    });
    expect(valueIn(await find("ines", ofInvitation))).toEqual({ of: "person", id: cast.abdi.personId });
  });

  test("finds it also when the task is done, or the invitation taken back: paper lies about for longer", async () => {
    const taskId = await rosaIsToHear();
    const call = {
      channel: "phone",
      outcome: "reached",
      nextOn: null,
      interpreter: "",
      note: "",
      alsoTold: [],
    } as const;
    valueIn(await recordCall(stage.wiring, ines, { ...call, taskId }));
    expect(valueIn(await find("ines", letterCodeOfTask(taskId)))).toEqual({ of: "task", id: taskId });
    const invited = valueIn(
      await invitePerson(stage.wiring, ines, { personId: cast.abdi.personId, way: "letter", note: "" }),
    );
    valueIn(await takeInvitationBack(stage.wiring, ines, { personId: cast.abdi.personId }));
    expect(valueIn(await find("ines", invited?.code ?? ""))).toEqual({ of: "person", id: cast.abdi.personId });
  });

  test("finds nothing by what is no code, and by a task that writes no letter", async () => {
    const [other] = await stage.rows<{ id: string }>(
      `insert into staff_tasks (school_id, kind, subject_noun, subject_id, dedupe_key)
        values ($1, 'question', 'school', $1, 'q') returning id`,
      [cast.ines.schoolId],
    );
    for (const wrong of [
      "",
      "AAAAAAAAAA",
      "' or 1=1 --",
      "é".repeat(10),
      "%%%%%%%%%%",
      letterCodeOfTask(other?.id ?? ""),
    ])
      expect(await find("ines", wrong), wrong).toEqual({ ok: false, reason: "not_found" });
  });
});

test("a family finds its own letter and nobody else's", async () => {
  const { consentId, code } = await rosaIsAsked();
  const taskId = await rosaIsToHear();
  expect(valueIn(await find("rosa", code))).toEqual({ of: "consent", id: consentId });
  expect(valueIn(await find("rosa", letterCodeOfTask(taskId)))).toEqual({ of: "task", id: taskId });
  for (const key of ["ana", "monique", "jada", "nadia", "keisha"] as const)
    for (const each of [code, letterCodeOfTask(taskId)])
      expect(await find(key, each), key).toEqual({ ok: false, reason: "not_found" });
});

test("a family finds nobody by the code of an invitation", async () => {
  const invited = valueIn(
    await invitePerson(stage.wiring, ines, { personId: cast.abdi.personId, way: "letter", note: "" }),
  );
  for (const key of ["rosa", "hodan"] as const)
    expect(await find(key, invited?.code ?? ""), key).toEqual({ ok: false, reason: "not_found" });
});

test("advisors, mentors and the coordinators of other schools find nothing", async () => {
  const { code } = await rosaIsAsked();
  const ofTask = letterCodeOfTask(await rosaIsToHear());
  const invited = valueIn(
    await invitePerson(stage.wiring, ines, { personId: cast.abdi.personId, way: "letter", note: "" }),
  );
  for (const each of [code, ofTask, invited?.code ?? ""]) {
    for (const key of ["tom", "maya"] as const)
      expect(await find(key, each), key).toEqual({ ok: false, reason: "not_permitted" });
    for (const key of ["malik", "greta"] as const)
      expect(await find(key, each), key).toEqual({ ok: false, reason: "not_found" });
  }
});

describe("whoever scans a letter", () => {
  const scan = async (code: string, key?: CastAccountKey): Promise<Answer> =>
    app.get(`/letters/${code}`, key && (await app.signInAs(key)));

  test("comes to their own page, staff to what it is of, and from a letter of last year too", async () => {
    const { consentId, code } = await rosaIsAsked();
    const taskId = await rosaIsToHear();
    expect((await scan(code, "rosa")).headers.location).toBe(`/guardian/consents/${consentId}`);
    expect((await scan(code, "ines")).headers.location).toBe(`/coordinator/consents/${consentId}`);
    expect((await scan(letterCodeOfTask(taskId), "rosa")).headers.location).toBe("/home");
    expect((await scan(letterCodeOfTask(taskId), "ines")).headers.location).toBe(`/coordinator/tasks/${taskId}`);
    expect((await app.get(`/coordinator/letters/${code}`)).headers.location).toBe(`/letters/${code}`);
  });

  test("and is signed out reads the same of every code, and comes back to it after the sign-in", async () => {
    const { code } = await rosaIsAsked();
    const plain = ({ body }: Answer, of: string) =>
      body.replaceAll(of, "").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|react-aria[\w-]*|:r\w+:/g, "");
    const [right, wrong] = [await scan(code), await scan("ZZZZZZZZZZ")];
    expect([right.status, wrong.status]).toEqual([200, 200]);
    expect(plain(right, code)).toBe(plain(wrong, "ZZZZZZZZZZ"));
    expect(right.body).toContain(`/sign-in?returnTo=${encodeURIComponent(`/letters/${code}`)}`);
    expect(right.body).not.toMatch(/Rosa|Ana|Lakeview/);
  });

  test("and is somebody else finds no such page", async () => {
    const { code } = await rosaIsAsked();
    for (const key of ["ana", "monique", "malik", "tom"] as const)
      expect((await scan(code, key)).status, key).toBe(404);
  });
});

describe("whoever is here as somebody else", () => {
  const plain = ({ body }: Answer, of: string) =>
    body.replaceAll(of, "").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|react-aria[\w-]*|:r\w+:/g, "");
  const placeIn = ({ body }: Answer, place: string) =>
    /name="membershipId"[^>]*value="([^"]+)"/.exec(body.slice(body.indexOf(place)))?.[1] ?? "";

  test("reads which other places are theirs, goes there, and arrives at the letter", async () => {
    const { consentId, code } = await rosaIsAsked();
    const cookie = await app.signInAs("rosaAtHarbor");
    const lost = await app.get(`/letters/${code}`, cookie);
    expect(lost.status).toBe(404);
    expect(lost.body).toContain(sampleSchools.lakeview.name);
    const membershipId = placeIn(lost, sampleSchools.lakeview.name);
    const returnTo = /name="returnTo" value="([^"]+)"/.exec(lost.body)?.[1] ?? "";
    const switched = await app.post("/account/membership", { membershipId, returnTo }, cookie);
    expect(switched.headers.location).toBe(`/letters/${code}`);
    expect((await app.get(`/letters/${code}`, cookie)).headers.location).toBe(`/guardian/consents/${consentId}`);
  });

  test("reads the same of a letter of somebody else and of no letter at all", async () => {
    const { code } = await rosaIsAsked();
    for (const key of ["monique", "nadia", "tom"] as const) {
      const cookie = await app.signInAs(key);
      const [right, wrong] = [await app.get(`/letters/${code}`, cookie), await app.get("/letters/ZZZZZZZZZZ", cookie)];
      expect([right.status, wrong.status], key).toEqual([404, 404]);
      expect(plain(right, code), key).toBe(plain(wrong, "ZZZZZZZZZZ"));
      expect(right.body, key).not.toMatch(/Rosa|Ana Reyes/);
    }
  });

  test("is led nowhere else by an address that is not of this site", async () => {
    const cookie = await app.signInAs("rosa");
    const membershipId = placeIn(await app.get("/account", cookie), sampleSchools.harbor.name);
    const switched = await app.post("/account/membership", { membershipId, returnTo: "//evil.example/" }, cookie);
    expect(switched.headers.location).toBe("/home");
  });
});

test("the letter of a task carries its code beside the square, in the language of whoever gets it", async () => {
  const taskId = await rosaIsToHear();
  await stage.rows("update people set language = 'es' where id = $1", [cast.rosa.personId]);
  const letter = await app.get(`/coordinator/tasks/${taskId}/letter`, await app.signInAs("ines"));
  expect(letter.body).toContain(letterCodeOfTask(taskId));
  expect(letter.body).toContain("abre su propia página");
});
