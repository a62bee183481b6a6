import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "~/domain/actor";
import { inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { listSchoolIntroductions } from "~/features/introductions/list-school-introductions.server";
import { openIntroduction } from "~/features/introductions/open-introduction.server";
import { reviewIntroduction } from "~/features/introductions/review-introduction.server";
import { setIntroductionAside } from "~/features/introductions/set-introduction-aside.server";
import { unsubscribe } from "~/features/mail/unsubscribe.server";
import { unsubscribeToken } from "~/features/mail/unsubscribe-token.server";
import { cast, castActor } from "~db/cast";
import { suppressMail } from "~db/mails.server";
import { withScope } from "~db/scope.server";
import { sql } from "../../support/sql";
import { ines, openStage, rosa, type Stage } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const invite = (introductionId: string, actor: Parameters<typeof inviteIntroducedMentor>[1] = ines) =>
  inviteIntroducedMentor(stage.wiring, actor, { introductionId });

describe("inviting", () => {
  it("writes one mail in the mentor's language, names the family that may be named, and sets the day of forgetting", async () => {
    const id = await stage.invite(stage.somebody("Nina Named"));
    const mails = await stage.mails(`introduction-invitation:${id}`);
    expect(mails).toMatchObject([
      {
        kind: "introduction-invitation",
        category: "outreach",
        recipient_mail: "nina.named@work.example",
        recipient_language: "es",
        props: { mentorName: "Nina Named", proposerName: cast.rosa.name },
      },
    ]);
    const row = await stage.row(id);
    expect(row).toMatchObject({ state: "invited", reviewed_by: cast.ines.personId, reminded_at: null });
    const waits = Date.parse(String(row.expires_at)) - stage.wiring.clock.now().getTime();
    expect(waits / 86_400_000).toBe(90);
    expect(await stage.acts("introduction", id)).toEqual(["propose", "invite"]);
  });

  it("writes to nobody in a language that nobody wrote: staff call, and the task stays one", async () => {
    const id = await stage.invite(stage.somebody("Waris Wise", { mentorLanguage: "so" }));
    expect(await stage.mails(`introduction-invitation:${id}`)).toEqual([]);
    expect(await stage.row(id)).toMatchObject({ state: "invited" });
    expect(await stage.tasks(id)).toMatchObject([{ kind: "tell_host", props: { news: "invited", language: "so" } }]);
  });

  it("names nobody where the family does not want it", async () => {
    const id = await stage.invite(stage.somebody("Una Unnamed", { mayBeNamed: false }));
    expect((await stage.mails(`introduction-invitation:${id}`))[0]?.props.proposerName).toBeNull();
  });

  it("never names a student, whatever was ticked", async () => {
    const id = await stage.invite(stage.somebody("Sam Silent"), castActor(cast.ana));
    const [mail] = await stage.mails(`introduction-invitation:${id}`);
    expect(mail?.props.proposerName).toBeNull();
    expect(JSON.stringify(mail?.props)).not.toContain("Ana");
  });

  it("happens once: a second click, also at the same moment, is refused", async () => {
    const id = await stage.propose(rosa, stage.somebody("Double Invite"));
    const outcomes = await Promise.all([invite(id), invite(id), invite(id)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "wrong_state")).toHaveLength(2);
    expect(await stage.mails(`introduction-invitation:${id}`)).toHaveLength(1);
  });

  it("is refused for somebody without a mail address", async () => {
    const id = await stage.propose(rosa, stage.somebody("No Mail", { mentorMail: "", mentorPhone: "555 0100" }));
    expect(await invite(id)).toEqual({ ok: false, reason: "no_mail" });
  });

  it("does not write twice to one address, whichever family and whichever school of the district asks", async () => {
    await stage.invite(stage.somebody("Popular Pat"));
    const again = await stage.propose(castActor(cast.lan), stage.somebody("Popular Pat"));
    expect(await invite(again)).toEqual({ ok: false, reason: "invited_before" });
    const elsewhere = await stage.propose(castActor(cast.nadia), stage.somebody("Popular Pat"));
    expect(await invite(elsewhere, castActor(cast.malik))).toEqual({ ok: false, reason: "invited_before" });
    expect(await stage.mails(`introduction-invitation:${elsewhere}`)).toEqual([]);
    const farAway = await stage.propose(castActor(cast.lars), stage.somebody("Popular Pat"));
    expect(await invite(farAway, castActor(cast.greta)), "another district").toMatchObject({ ok: true });
  });

  it("lets one of two schools win that invite the same address at the same moment", async () => {
    const here = await stage.propose(rosa, stage.somebody("Raced Ray"));
    const there = await stage.propose(castActor(cast.nadia), stage.somebody("Raced Ray"));
    const outcomes = await Promise.all([invite(here), invite(there, castActor(cast.malik))]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "invited_before" });
  });

  it("does not write to an address that unsubscribed, and says so before the button is pressed", async () => {
    const first = await stage.invite(stage.somebody("Quiet Quinn"));
    const [mail] = await stage.mails(`introduction-invitation:${first}`);
    await unsubscribe(stage.wiring, { token: unsubscribeToken(stage.wiring.env.secret, String(mail?.id)) });
    const id = await stage.propose(castActor(cast.lan), stage.somebody("Quiet Quinn"));
    expect(await openIntroduction(stage.wiring, ines, { introductionId: id })).toMatchObject({
      value: { obstacle: "silenced" },
    });
    expect(await invite(id)).toEqual({ ok: false, reason: "silenced" });
  });

  it("does write to an address that another district silenced", async () => {
    const greta = castActor(cast.greta);
    await withScope(stage.wiring, greta, (tx) =>
      suppressMail(tx, {
        mail: "other.district@work.example",
        category: "outreach",
        reason: "unsubscribed",
        districtId: greta.districtId,
        now: stage.wiring.clock.now(),
      }),
    );
    const id = await stage.propose(rosa, stage.somebody("Other District"));
    expect(await invite(id)).toEqual({ ok: true, value: null });
  });

  it("does not write to a suspended mentor", async () => {
    await sql(stage.database, "update mentors set suspended_at = now() where id = $1", [cast.theo.personId]);
    const id = await stage.propose(rosa, stage.somebody("Theo Again", { mentorMail: cast.theo.mail }));
    expect(await invite(id)).toEqual({ ok: false, reason: "suspended" });
  });

  it("opens the review with the mentor whom the district knows under the address", async () => {
    const id = await stage.propose(rosa, stage.somebody("Maya Somebody", { mentorMail: cast.maya.mail.toUpperCase() }));
    expect(await openIntroduction(stage.wiring, ines, { introductionId: id })).toMatchObject({
      value: {
        known: { mentorId: cast.maya.personId, organisations: [{ id: cast.maya.organisationId }] },
        obstacle: null,
      },
    });
  });
});

describe("correcting the address", () => {
  it("makes an introduction by phone ready for its invitation", async () => {
    const id = await stage.propose(rosa, stage.somebody("Called Carl", { mentorMail: "", mentorPhone: "555 0101" }));
    const input = { introductionId: id, mentorMail: " Carl@Work.example ", mentorLanguage: "en" };
    expect(await reviewIntroduction(stage.wiring, ines, input)).toEqual({ ok: true, value: null });
    expect(await stage.row(id)).toMatchObject({
      state: "in_review",
      mentor_mail: "carl@work.example",
      mentor_language: "en",
    });
    const again = { ...input, mentorMail: "carl@home.example" };
    expect(await reviewIntroduction(stage.wiring, ines, again)).toEqual({ ok: true, value: null });
    expect(await stage.row(id)).toMatchObject({ state: "in_review", mentor_mail: "carl@home.example" });
    expect(await invite(id)).toEqual({ ok: true, value: null });
    expect(await stage.acts("introduction", id)).toEqual(["propose", "review", "correct", "invite"]);
  });

  it("needs an address, and an introduction that still waits", async () => {
    const id = await stage.invite(stage.somebody("Too Late"));
    const input = { introductionId: id, mentorMail: "other@work.example", mentorLanguage: "en" };
    expect(await reviewIntroduction(stage.wiring, ines, { ...input, mentorMail: " " })).toEqual({
      ok: false,
      reason: "no_mail",
    });
    expect(await reviewIntroduction(stage.wiring, ines, input)).toMatchObject({ ok: false, reason: "wrong_state" });
    expect(await stage.row(id)).toMatchObject({ mentor_mail: "too.late@work.example" });
  });
});

describe("setting aside", () => {
  it("forgets what was told, in the mails about it too, and keeps the note and the audit row", async () => {
    const id = await stage.propose(rosa, stage.somebody("Aside Al"));
    const outcome = await setIntroductionAside(stage.wiring, ines, { introductionId: id, note: "Lives too far away." });
    expect(outcome).toEqual({ ok: true, value: null });
    expect(await stage.row(id)).toMatchObject({
      state: "declined",
      mentor_name: "",
      mentor_mail: "",
      does_what: "",
      how_known: "",
      decline_note: "Lives too far away.",
    });
    expect(JSON.stringify(await stage.mails(`introduction-news:${id}:%`))).not.toContain("Aside Al");
    expect(await stage.acts("introduction", id)).toEqual(["propose", "set_aside"]);
  });

  it("leaves the address free for another family's introduction", async () => {
    const first = await stage.propose(rosa, stage.somebody("Second Chance"));
    await setIntroductionAside(stage.wiring, ines, { introductionId: first, note: "" });
    const second = await stage.propose(castActor(cast.lan), stage.somebody("Second Chance"));
    expect(await invite(second)).toEqual({ ok: true, value: null });
  });

  it("is too late after the invitation", async () => {
    const id = await stage.invite(stage.somebody("Already Out"));
    expect(await setIntroductionAside(stage.wiring, ines, { introductionId: id, note: "" })).toMatchObject({
      ok: false,
      reason: "wrong_state",
    });
    expect(await stage.row(id)).toMatchObject({ state: "invited", mentor_name: "Already Out" });
  });
});

describe("a stranger may not", () => {
  const verbs = {
    open: (actor, introductionId) => openIntroduction(stage.wiring, actor, { introductionId }),
    invite: (actor, introductionId) => invite(introductionId, actor),
    review: (actor, introductionId) =>
      reviewIntroduction(stage.wiring, actor, { introductionId, mentorMail: "a@b.example", mentorLanguage: "en" }),
    setAside: (actor, introductionId) => setIntroductionAside(stage.wiring, actor, { introductionId, note: "" }),
  } satisfies Record<string, (actor: StaffActor, id: string) => Promise<unknown>>;
  const names = Object.keys(verbs) as (keyof typeof verbs)[];
  let id: string;
  beforeAll(async () => {
    id = await stage.propose(rosa, stage.somebody("Behind Walls"));
  });

  it.each(names)("%s as a coordinator of another school: nothing is there", async (name) => {
    expect(await verbs[name](castActor(cast.malik), id)).toEqual({ ok: false, reason: "not_found" });
    expect(await verbs[name](castActor(cast.greta), id)).toEqual({ ok: false, reason: "not_found" });
  });

  it.each(names)("%s as an advisor, student, guardian or mentor", async (name) => {
    for (const member of [cast.tom, cast.ana, cast.rosa, cast.maya])
      expect(await verbs[name](castActor(member) as StaffActor, id)).toEqual({ ok: false, reason: "not_permitted" });
    expect(await stage.row(id)).toMatchObject({ state: "submitted" });
  });

  it("see the list: a coordinator sees the own school's only", async () => {
    const list = async (actor: StaffActor) => {
      const outcome = await listSchoolIntroductions(stage.wiring, actor);
      return outcome.ok ? outcome.value.map((row) => row.id) : outcome.reason;
    };
    expect(await list(ines)).toContain(id);
    expect(await list(castActor(cast.malik))).not.toContain(id);
    expect(await list(castActor(cast.tom))).toBe("not_permitted");
  });
});
