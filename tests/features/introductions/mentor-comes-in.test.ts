import { afterAll, beforeAll, expect, it } from "vitest";
import type { MentorActor } from "~/domain/actor";
import type { PlacementPost } from "~/domain/placement/post";
import { askForSignIn } from "~/features/accounts/ask-for-sign-in.server";
import { findSession } from "~/features/accounts/find-session.server";
import { redeemSignIn } from "~/features/accounts/redeem-sign-in.server";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { postPlacement } from "~/features/placements/post-placement.server";
import { decideOrganisation } from "~/features/tasks/decide-organisation.server";
import { cast } from "~db/cast";
import { readSignInMail } from "../../support/account";
import { sql } from "../../support/sql";
import { ines, openStage, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const shift = (leadMentorId: string): PlacementPost => ({
  kind: "shadow_day",
  title: "A morning at the oven",
  studentWillDo: "Shape loaves and fire the oven.",
  hostGains: "A pair of hands.",
  requirements: "",
  seats: 1,
  days: [],
  lengthUnit: "days",
  lengthCount: 1,
  startsOn: null,
  endsOn: null,
  interests: [],
  languages: ["es"],
  minimumGrade: 9,
  maximumGrade: 12,
  minimumAge: 14,
  leadMentorId,
  backupIds: [],
  site: {
    name: "Oven",
    mode: "on_site",
    street: "1 Mill Street",
    city: "",
    postcode: "",
    areaId: null,
    latitude: null,
    longitude: null,
  },
  schoolIds: [cast.ines.schoolId],
});

/** Signs in with the mailed code; answers who the session makes of the address. */
async function signIn(mail: string) {
  const asked = await askForSignIn(stage.wiring, { mail, returnTo: "/home" });
  if (!asked.ok) throw new Error(asked.reason);
  const { code } = await readSignInMail(stage.database);
  const entered = await redeemSignIn(stage.wiring, { browser: asked.value.browser, proof: { code }, device: "Phone" });
  return entered.ok ? (await findSession(stage.wiring, entered.value.token))?.actor : null;
}

it("a mentor who said yes signs in by code and posts a placement, which a coordinator reviews first", async () => {
  const id = await stage.invite(stage.somebody("Elena Panadera"));
  await answerInvitation(stage.wiring, await stage.bearer(id), YES);
  const actor = (await signIn("elena.panadera@work.example")) as MentorActor;
  const row = await stage.row(id);
  expect(actor).toMatchObject({ kind: "mentor", mentorId: row.mentor_id, organisationId: row.organisation_id });
  const placementId = "01990000-7777-7000-8000-000000000001";
  expect(await postPlacement(stage.wiring, actor, { placementId, post: shift(actor.mentorId) })).toEqual({
    ok: true,
    value: { placementId },
  });
  expect(
    await sql(stage.database, "select state from listings where placement_id = $1 and school_id = $2", [
      placementId,
      cast.ines.schoolId,
    ]),
  ).toEqual([{ state: "in_review" }]);
});

it("a mentor of an organisation that is known gets in only once a coordinator has confirmed it", async () => {
  const id = await stage.invite(stage.somebody("Petra Vet"));
  await answerInvitation(stage.wiring, await stage.bearer(id), {
    ...YES,
    organisationName: "Green Lake Animal Clinic (sample)",
  });
  const [task] = await stage.tasks(id);
  const decision = { taskId: task?.id ?? "", decision: "confirm", note: "Maya says she works there." } as const;
  expect(await sql(stage.database, "select id from identity.accounts where mail = 'petra.vet@work.example'")).toEqual(
    [],
  );
  expect(await decideOrganisation(stage.wiring, ines, decision)).toEqual({ ok: true, value: null });
  const actor = await signIn("petra.vet@work.example");
  expect(actor).toMatchObject({ kind: "mentor", organisationId: cast.maya.organisationId });
});
