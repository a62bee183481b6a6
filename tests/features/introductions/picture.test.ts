import { afterAll, beforeAll, expect, it } from "vitest";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { openIntroductionPicture } from "~/features/introductions/open-introduction-picture.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import { ines, NO, openStage, rosa, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const ofRosa = async () => {
  const outcome = await openIntroductionPicture(stage.wiring, ines);
  return outcome.ok ? outcome.value.family.find(({ key }) => key === cast.rosa.personId) : undefined;
};

it("follows an introduction to its place and its student, and still counts who was forgotten", async () => {
  const before = await ofRosa();
  const yes = await stage.invite(stage.somebody("Picture Yes"));
  const place = { firstKind: "shadow_day", street: "1 Mill Street", organisationName: "Picture Frames" } as const;
  await answerInvitation(stage.wiring, await stage.bearer(yes), { ...YES, ...place });
  const no = await stage.invite(stage.somebody("Picture No"));
  await answerInvitation(stage.wiring, await stage.bearer(no), NO);
  const { mentor_id } = await stage.row(yes);
  const [listing] = await sql<{ id: string }>(
    stage.database,
    `update listings l set state = 'published' from placements p
      where (p.district_id, p.id) = (l.district_id, l.placement_id) and p.lead_mentor_id = $1 returning l.id`,
    [mentor_id],
  );
  await sql(
    stage.database,
    "insert into pursuits (school_id, student_id, listing_id, organisation_id, state, student_asked_at) select school_id, $2, id, organisation_id, 'completed', now() from listings where id = $1",
    [listing?.id, cast.leo.personId],
  );
  const start = before ?? { proposed: 0, invited: 0, yes: 0, no: 0, places: 0, students: 0 };
  expect(await ofRosa()).toMatchObject({
    label: cast.rosa.name,
    proposed: start.proposed + 2,
    invited: start.invited + 2,
    yes: start.yes + 1,
    no: start.no + 1,
    places: start.places + 1,
    students: start.students + 1,
  });
});

it("is put together by neighborhood and language too, with the same sums", async () => {
  const outcome = await openIntroductionPicture(stage.wiring, ines);
  if (!outcome.ok) throw new Error(outcome.reason);
  const sums = Object.values(outcome.value).map((lines) => lines.reduce((sum, line) => sum + line.proposed, 0));
  expect(new Set(sums).size).toBe(1);
  expect(outcome.value.language.map(({ label }) => label)).toContain("es");
});

it("is for coordinators of the school: no advisor, guardian or mentor, and nobody of another school", async () => {
  for (const actor of [castActor(cast.tom), rosa, castActor(cast.maya)])
    expect(await openIntroductionPicture(stage.wiring, actor)).toEqual({ ok: false, reason: "not_permitted" });
  const harbor = await openIntroductionPicture(stage.wiring, castActor(cast.malik));
  expect(JSON.stringify(harbor)).not.toContain(cast.rosa.personId);
});
