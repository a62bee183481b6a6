import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { openIntroductionRecord } from "~/features/introductions/open-introduction-record.server";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { type RecordedIntroduction, recordIntroduction } from "~/features/introductions/record-introduction.server";
import { openScans } from "~/features/scans/open-scans.server";
import { cast, castActor } from "~db/cast";
import { pngOf } from "../../support/pictures";
import { sql } from "../../support/sql";
import { ines, openStage, rosa, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const SAID = {
  channel: "paper",
  language: "es",
  interpreter: "Luz Mora",
  evidence: "A note that Ana brought, in the blue folder.",
} as const;

const record = (name: string, change: Partial<RecordedIntroduction> = {}, by: Actor = ines) =>
  recordIntroduction(stage.wiring, by, {
    guardianId: cast.rosa.personId,
    proposal: stage.somebody(name, { mayBeNamed: false }),
    ...SAID,
    ...change,
  });
async function recorded(...input: Parameters<typeof record>) {
  const outcome = await record(...input);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}
const photosOf = async (id: string) => {
  const outcome = await openScans(stage.wiring, ines, { noun: "introduction", id });
  return outcome.ok ? outcome.value.scans.length : outcome.reason;
};

test("what a family told staff is the family's introduction: logged with how it came, shown on their page, and thanked for", async () => {
  const { introductionId } = await recorded("Told On Paper", { scan: pngOf() });
  expect(await stage.row(introductionId)).toMatchObject({
    ...{ state: "submitted", proposed_by: cast.rosa.personId, proposed_as: "guardian", may_be_named: false },
    recorded_by: cast.ines.personId,
  });
  const logged = await sql(
    stage.database,
    "select actor_id, on_behalf_of, channel, language, interpreter, evidence from audit_log where noun_id = $1 and transition = 'propose'",
    [introductionId],
  );
  expect(logged).toEqual([{ actor_id: cast.ines.personId, on_behalf_of: cast.rosa.personId, ...SAID }]);
  expect(await photosOf(introductionId)).toBe(1);
  const { own } = await openProposal(stage.wiring, rosa);
  expect(own.find(({ id }) => id === introductionId)).toMatchObject({ name: "Told On Paper", isRecorded: true });

  await inviteIntroducedMentor(stage.wiring, ines, { introductionId });
  await answerInvitation(stage.wiring, await stage.bearer(introductionId), { ...YES, organisationName: "Paper Works" });
  expect(await stage.mails(`introduction-thanks:${introductionId}`)).toMatchObject([
    { recipient_mail: cast.rosa.mail, recipient_language: "es" },
  ]);
});

test("a form that is sent twice is one introduction with one photo, also at the same moment", async () => {
  const twice = [recorded("Pressed Twice", { scan: pngOf() }), recorded("Pressed Twice", { scan: pngOf() })];
  const [one, other] = await Promise.all(twice);
  expect(one?.introductionId).toBe(other?.introductionId);
  expect([one?.isNew, other?.isNew].sort()).toEqual([false, true]);
  expect(await photosOf(one?.introductionId ?? "")).toBe(1);
});

test("a relative of a family without a screen is kept apart from all their children, as of one that wrote it", async () => {
  const relative = stage.somebody("Maya Relative", { mentorMail: cast.maya.mail, isRelative: true });
  await recorded("", { proposal: relative, guardianId: cast.abdi.personId });
  const pairs = await sql(
    stage.database,
    "select student_id from forbidden_pairs where mentor_id = $1 and student_id = $2",
    [cast.maya.personId, cast.hodan.personId],
  );
  expect(pairs).toHaveLength(1);
});

test("an advisor writes down what a family of the own advisory told, in words, and is shown no other family", async () => {
  const tom = castActor(cast.tom);
  const { introductionId } = await recorded("Told Tom", {}, tom);
  expect(await stage.row(introductionId)).toMatchObject({ recorded_by: cast.tom.personId });
  expect(await record("Tom's Photo", { scan: pngOf() }, tom)).toEqual({ ok: false, reason: "scan_not_kept" });
  const shown = async (actor: Actor, words = "") => {
    const outcome = await openIntroductionRecord(stage.wiring, actor, { words });
    return outcome.ok ? outcome.value.guardians.map(({ name, children }) => `${name}: ${children}`) : outcome.reason;
  };
  expect(await shown(tom)).toContain(`${cast.rosa.name}: ${cast.ana.name}`);
  expect((await shown(ines)).length).toBeGreaterThan((await shown(tom)).length);
  expect(await shown(ines, "REYÉS"), "by a part of a name, whatever its accents").toContain(
    `${cast.rosa.name}: ${cast.ana.name}`,
  );
  expect(await shown(ines, "nobody is called so")).toEqual([]);
});

test.each([
  ["no word on how it is known", { evidence: "  " }, "evidence_missing"],
  ["a scan that is no picture", { scan: Buffer.from("%PDF-1.7") }, "not_a_picture"],
  ["a guardian of another school", { guardianId: cast.nadia.personId }, "not_found"],
  ["somebody who is no guardian", { guardianId: cast.tom.personId }, "not_found"],
] as const)("with %s nothing is written", async (what, change, reason) => {
  expect(await record(what, change)).toEqual({ ok: false, reason });
  const rows = await sql(stage.database, "select id from introductions where mentor_name = $1", [what]);
  expect(rows).toEqual([]);
});

test.each([
  ["an advisor of another advisory", castActor(cast.june), "not_found"],
  ["a coordinator of another school", castActor(cast.malik), "not_found"],
  ["the guardian", rosa, "not_permitted"],
  ["a student", castActor(cast.ana), "not_permitted"],
] as const)("%s may not record it", async (who, by, reason) => {
  expect(await record(who, { guardianId: cast.lan.personId }, by)).toEqual({ ok: false, reason });
});
