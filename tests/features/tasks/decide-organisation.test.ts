import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { openInvitation } from "~/features/introductions/open-invitation.server";
import { decideOrganisation, type OrganisationDecision } from "~/features/tasks/decide-organisation.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import { ines, openStage, type Stage, YES } from "../introductions/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Somebody said yes for Maya's clinic; answers the introduction, the task about it and the mentor. */
async function claim(name: string) {
  const introductionId = await stage.invite(stage.somebody(name));
  await answerInvitation(stage.wiring, await stage.bearer(introductionId), {
    ...YES,
    organisationName: "Green Lake Animal Clinic (sample)",
  });
  const [task] = await stage.tasks(introductionId);
  return { introductionId, taskId: task?.id ?? "", mentorId: String((await stage.row(introductionId)).mentor_id) };
}
const decide = (taskId: string, decision: OrganisationDecision, note = "Maya vouches for them.", actor = ines) =>
  decideOrganisation(stage.wiring, actor, { taskId, decision, note });
const rows = (text: string, values: unknown[]) => sql(stage.database, text, values);
const membershipsOf = (mentorId: string) =>
  rows("select organisation_id from identity.memberships where role = 'mentor' and person_id = $1", [mentorId]);

it("confirming ties the mentor to the organisation, lets them in, keeps their offer, and mails them", async () => {
  const { introductionId, taskId, mentorId } = await claim("Vera Vouched");
  expect(await decide(taskId, "confirm")).toEqual({ ok: true, value: null });
  const organisation = { organisation_id: cast.maya.organisationId };
  expect(await rows("select organisation_id, title from affiliations where mentor_id = $1", [mentorId])).toEqual([
    { ...organisation, title: "Baker" },
  ]);
  expect(await membershipsOf(mentorId)).toEqual([organisation]);
  expect(await rows("select what from mentor_offers where mentor_id = $1", [mentorId])).toEqual([{ what: YES.offer }]);
  expect(await stage.row(introductionId)).toMatchObject(organisation);
  expect(await stage.mails(`mentor-welcome:${mentorId}:%`)).toMatchObject([
    { recipient_mail: "vera.vouched@work.example" },
  ]);
  expect(await openInvitation(stage.wiring, await stage.bearer(introductionId))).toMatchObject({
    value: { maySignIn: true },
  });
});

it("refusing lets nobody in, and the mentor stays without an organisation", async () => {
  const { introductionId, taskId, mentorId } = await claim("Rolf Refused");
  expect(await decide(taskId, "refuse", "Maya does not know him.")).toEqual({ ok: true, value: null });
  expect(await membershipsOf(mentorId)).toEqual([]);
  expect(await rows("select 1 from affiliations where mentor_id = $1", [mentorId])).toEqual([]);
  expect(await stage.row(introductionId)).toMatchObject({ state: "accepted", organisation_id: null });
  expect(await stage.mails(`mentor-welcome:${mentorId}:%`)).toEqual([]);
  expect(await stage.tasks(introductionId)).toMatchObject([{ state: "done", outcome_note: "Maya does not know him." }]);
});

it.each(["confirm", "refuse"] as const)(
  "the audit log has who chose to %s, for which organisation and why",
  async (decision) => {
    const { introductionId, taskId } = await claim(`Audit ${decision}`);
    await decide(taskId, decision);
    expect(
      await rows("select actor_id, evidence, reason from audit_log where noun_id = $1 and transition = $2", [
        introductionId,
        `${decision}_organisation`,
      ]),
    ).toEqual([
      {
        actor_id: cast.ines.personId,
        evidence: `organisation ${cast.maya.organisationId}`,
        reason: "Maya vouches for them.",
      },
    ]);
    expect(await stage.acts("task", taskId)).toEqual(["done"]);
  },
);

describe("a decision is refused", () => {
  it("without a reason", async () => {
    const { taskId, mentorId } = await claim("Wordless Will");
    expect(await decide(taskId, "confirm", " ")).toEqual({ ok: false, reason: "note_missing" });
    expect(await membershipsOf(mentorId)).toEqual([]);
  });

  it("the second time, also at the same moment and whichever it is", async () => {
    const { taskId } = await claim("Twice Tom");
    const outcomes = await Promise.all([decide(taskId, "confirm"), decide(taskId, "refuse")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "already_closed" });
  });

  it("for a mentor who has been suspended since", async () => {
    const { taskId, mentorId } = await claim("Sus Pended");
    await rows("update mentors set suspended_at = now() where id = $1", [mentorId]);
    expect(await decide(taskId, "confirm")).toEqual({ ok: false, reason: "mentor_suspended" });
    expect(await membershipsOf(mentorId)).toEqual([]);
    expect(await decide(taskId, "refuse")).toEqual({ ok: true, value: null });
  });

  it("about a task that is not there, or that asks for something else", async () => {
    const { taskId } = await claim("Other Task");
    await rows("update staff_tasks set kind = 'relative_pair' where id = $1", [taskId]);
    expect(await decide(taskId, "confirm")).toEqual({ ok: false, reason: "not_found" });
    expect(await decide("01990000-0000-7000-8000-000000000000", "confirm")).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("a stranger may not confirm", () => {
  it.each(["malik", "greta"] as const)("%s, who coordinates another school, finds no such task", async (key) => {
    const { taskId, mentorId } = await claim(`Stranger ${key}`);
    expect(await decide(taskId, "confirm", "x", castActor(cast[key]))).toEqual({ ok: false, reason: "not_found" });
    expect(await membershipsOf(mentorId)).toEqual([]);
  });

  it("an advisor, a student, a guardian, or the mentor who would vouch", async () => {
    const { taskId, mentorId } = await claim("Nobody's Choice");
    for (const key of ["tom", "ana", "rosa", "maya"] as const)
      expect(await decide(taskId, "confirm", "x", castActor(cast[key]) as typeof ines)).toEqual({
        ok: false,
        reason: "not_permitted",
      });
    expect(await membershipsOf(mentorId)).toEqual([]);
  });
});
