import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MentorActor } from "~/domain/actor";
import { NEW_PLACEMENT_FORM } from "~/domain/placement/draft-forms";
import type { PlacementPost } from "~/domain/placement/post";
import { askForSignIn } from "~/features/accounts/ask-for-sign-in.server";
import { findSession } from "~/features/accounts/find-session.server";
import { redeemSignIn } from "~/features/accounts/redeem-sign-in.server";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import { openInvitation } from "~/features/introductions/open-invitation.server";
import { loadDraft } from "~/features/placements/load-draft.server";
import { openListing } from "~/features/placements/open-listing.server";
import { postPlacement } from "~/features/placements/post-placement.server";
import { decideOrganisation } from "~/features/tasks/decide-organisation.server";
import { cast, castActor } from "~db/cast";
import { readSignInMail } from "../../support/account";
import { sql } from "../../support/sql";
import { ines, openStage, rosa, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const shift = (leadMentorId: string): PlacementPost => ({
  kind: "shadow_day",
  title: "A morning at the oven",
  studentWillDo: "Shape loaves and fire the oven.",
  skills: ["Shaping loaves"],
  aliases: ["Baker"],
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

const ONE_DAY = {
  ...YES,
  firstKind: "shadow_day",
  street: "12 Mill Street",
  postcode: "98101",
  phone: "+1 425 555 0171",
} as const;
const listingsOf = (mentorId: unknown) =>
  sql<{ state: string; kind: string; title: string; what: string; street: string; language: string; id: string }>(
    stage.database,
    `select l.state, p.kind, p.title, p.student_will_do as what, s.street, p.languages[1] as language, p.id
      from listings l join placements p on (p.district_id, p.id) = (l.district_id, l.placement_id)
      left join sites s on (s.district_id, s.id) = (p.district_id, p.site_id)
      where p.lead_mentor_id = $1 and l.school_id = $2`,
    [mentorId, cast.ines.schoolId],
  );

describe("a yes that says what to try first", () => {
  it("is a placement in review by itself: nobody signs in, and the coordinator finds it from the introduction", async () => {
    const id = await stage.invite(stage.somebody("Dora Daylong"));
    await answerInvitation(stage.wiring, await stage.bearer(id), { ...ONE_DAY, organisationName: "Daylong Bread" });
    const { mentor_id } = await stage.row(id);
    const [listing, ...more] = await listingsOf(mentor_id);
    expect(more).toEqual([]);
    expect(listing).toMatchObject({
      state: "in_review",
      kind: "shadow_day",
      title: YES.title,
      what: YES.offer,
      street: "12 Mill Street",
      language: "es",
    });
    const opened = await openIntroduction(stage.wiring, ines, { introductionId: id });
    expect(opened.ok && opened.value.host).toMatchObject({
      title: YES.title,
      open_offer: null,
      placement_title: YES.title,
    });
    expect(await openInvitation(stage.wiring, await stage.bearer(id))).toMatchObject({ value: { hasPosted: true } });
    expect(await stage.mails(`mentor-welcome:${mentor_id}:%`)).toMatchObject([{ props: { isPosted: true } }]);
    expect((await stage.acts("placement", listing?.id ?? "")).at(-1)).toBe("post");
    const phones = "select value from mentor_contact_points where mentor_id = $1 and kind = 'phone'";
    expect(await sql(stage.database, phones, [mentor_id])).toEqual([{ value: ONE_DAY.phone }]);
    expect(await stage.row(id)).toMatchObject({ mentor_phone: ONE_DAY.phone });
  });

  it("says to staff of the school who introduced the mentor, and to no other school of the district", async () => {
    const id = await stage.invite(stage.somebody("Attie Attributed"));
    await answerInvitation(stage.wiring, await stage.bearer(id), { ...ONE_DAY, organisationName: "Attributed Arts" });
    const [listing] = await sql<{ id: string }>(
      stage.database,
      "select l.id from listings l join placements p on (p.district_id, p.id) = (l.district_id, l.placement_id) where p.lead_mentor_id = $1",
      [(await stage.row(id)).mentor_id],
    );
    const opened = await openListing(stage.wiring, ines, { listingId: listing?.id ?? "" });
    expect(opened.ok && opened.value.introduction).toEqual({ id, proposer: cast.rosa.name });
    expect(await openListing(stage.wiring, castActor(cast.malik), { listingId: listing?.id ?? "" })).toMatchObject({
      ok: false,
    });
  });

  it("twice, also at the same moment, is one placement", async () => {
    const id = await stage.invite(stage.somebody("Tina Twofold"));
    const link = await stage.bearer(id);
    const yes = { ...ONE_DAY, organisationName: "Twofold Tailors" };
    await Promise.all([1, 2, 3].map(() => answerInvitation(stage.wiring, link, yes)));
    expect(await listingsOf((await stage.row(id)).mentor_id)).toHaveLength(1);
  });

  it("of weeks, which need days and hours, is a form that is filled in when they sign in, and an open offer until they post", async () => {
    const id = await stage.invite(stage.somebody("Wanda Weeks"));
    const yes = { ...ONE_DAY, firstKind: "internship", organisationName: "Weeks of Wool" } as const;
    await answerInvitation(stage.wiring, await stage.bearer(id), yes);
    const { mentor_id } = await stage.row(id);
    expect(await listingsOf(mentor_id)).toEqual([]);
    expect(await stage.mails(`mentor-welcome:${mentor_id}:%`)).toMatchObject([
      { props: { isPosted: false, link: expect.stringContaining("returnTo=%2Fmentor%2Fplacements%2Fnew") } },
    ]);
    const actor = (await signIn("wanda.weeks@work.example")) as MentorActor;
    expect(await loadDraft(stage.wiring, actor, { form: NEW_PLACEMENT_FORM })).toMatchObject({
      kind: "internship",
      title: YES.title,
      studentWillDo: YES.offer,
      street: "12 Mill Street",
      leadMentorId: actor.mentorId,
    });
    const offers = "select ended_at is null as open from mentor_offers where mentor_id = $1";
    expect(await sql(stage.database, offers, [mentor_id])).toEqual([{ open: true }]);
    const placementId = "01990000-7777-7000-8000-000000000002";
    await postPlacement(stage.wiring, actor, { placementId, post: shift(actor.mentorId) });
    expect(await sql(stage.database, offers, [mentor_id])).toEqual([{ open: false }]);
    expect(await loadDraft(stage.wiring, actor, { form: NEW_PLACEMENT_FORM })).toBeNull();
  });

  it("at an organisation that is known waits for the confirmation, whose task says what was offered", async () => {
    const id = await stage.invite(stage.somebody("Petra Pending"));
    const yes = { ...ONE_DAY, organisationName: "Green Lake Animal Clinic (sample)" };
    await answerInvitation(stage.wiring, await stage.bearer(id), yes);
    const { mentor_id } = await stage.row(id);
    const [task] = await stage.tasks(id);
    expect(task?.props).toMatchObject({ offer: YES.offer, firstKind: "shadow_day", street: "12 Mill Street" });
    expect(await listingsOf(mentor_id)).toEqual([]);
    await decideOrganisation(stage.wiring, ines, {
      taskId: task?.id ?? "",
      decision: "confirm",
      note: "Maya knows her.",
    });
    expect(await listingsOf(mentor_id)).toMatchObject([{ state: "in_review", kind: "shadow_day" }]);
  });

  it("makes nothing for somebody who is suspended", async () => {
    await sql(stage.database, "update mentors set suspended_at = now() where id = $1", [cast.carlos.personId]);
    const before = await listingsOf(cast.carlos.personId);
    const id = await stage.propose(
      rosa,
      stage.somebody("Carlos Stopped", { mentorMail: "carlos.stopped@work.example" }),
    );
    await inviteIntroducedMentor(stage.wiring, ines, { introductionId: id });
    await sql(stage.database, "update introductions set mentor_mail = $2 where id = $1", [id, cast.carlos.mail]);
    expect(await answerInvitation(stage.wiring, await stage.bearer(id), ONE_DAY)).toEqual({
      ok: false,
      reason: "not_permitted",
    });
    expect(await listingsOf(cast.carlos.personId)).toEqual(before);
    await sql(stage.database, "update mentors set suspended_at = null where id = $1", [cast.carlos.personId]);
  });
});
