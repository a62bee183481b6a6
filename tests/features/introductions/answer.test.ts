import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LinkActor } from "~/domain/actor";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { inviteIntroducedMentor } from "~/features/introductions/invite-introduced-mentor.server";
import { openInvitation } from "~/features/introductions/open-invitation.server";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import { ines, NO, openStage, rosa, type Stage, YES } from "./stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const answer = (actor: LinkActor, input: typeof YES) => answerInvitation(stage.wiring, actor, input);
const rows = <Row extends Record<string, unknown>>(text: string, values: unknown[]) =>
  sql<Row>(stage.database, text, values);
const membershipsOf = (mail: string) =>
  rows<{ role: string; organisation_id: string; person_id: string }>(
    "select m.role, m.organisation_id, m.person_id from identity.memberships m join identity.accounts a on a.id = m.account_id where a.mail = $1",
    [mail],
  );

describe("a yes", () => {
  it("makes organisation, mentor and an offer of time, with attribution to the family's introduction", async () => {
    const id = await stage.invite(stage.somebody("Elena Yes"));
    const outcome = await answer(await stage.bearer(id), {
      ...YES,
      organisationName: " Horno Yes ",
      mentorName: "Elena Yes",
    });
    expect(outcome).toEqual({ ok: true, value: { state: "accepted" } });
    const row = await stage.row(id);
    expect(row).toMatchObject({ state: "accepted", proposed_by: cast.rosa.personId });
    expect(await rows("select name, source from organisations where id = $1", [row.organisation_id])).toEqual([
      { name: "Horno Yes", source: "introduction" },
    ]);
    expect(await rows("select full_name, language, source from mentors where id = $1", [row.mentor_id])).toEqual([
      { full_name: "Elena Yes", language: "es", source: "introduction" },
    ]);
    expect(
      await rows("select value, verified_at is not null as verified from mentor_contact_points where mentor_id = $1", [
        row.mentor_id,
      ]),
    ).toEqual([{ value: "elena.yes@work.example", verified: true }]);
    expect(await rows("select title from affiliations where mentor_id = $1", [row.mentor_id])).toEqual([
      { title: "Baker" },
    ]);
    expect(await rows("select what from mentor_offers where mentor_id = $1", [row.mentor_id])).toEqual([
      { what: YES.offer },
    ]);
    expect(await stage.acts("introduction", id)).toEqual(["propose", "invite", "accept"]);
  });

  it("lets the mentor in: the address has a membership, and a mail says how to sign in, without a password", async () => {
    const id = await stage.invite(stage.somebody("Wanda Welcome"));
    await answer(await stage.bearer(id), { ...YES, organisationName: "Wanda's Wool" });
    const row = await stage.row(id);
    expect(await membershipsOf("wanda.welcome@work.example")).toEqual([
      { role: "mentor", organisation_id: row.organisation_id, person_id: row.mentor_id },
    ]);
    expect(await stage.mails(`mentor-welcome:${row.mentor_id}:%`)).toMatchObject([
      { recipient_mail: "wanda.welcome@work.example", props: { organisationName: "Wanda's Wool" } },
    ]);
  });

  it("thanks the family once, in their language, and tells the coordinators", async () => {
    const id = await stage.invite(stage.somebody("Tara Thanked"));
    await answer(await stage.bearer(id), { ...YES, organisationName: "Tara's Tea", mentorName: "Tara T." });
    expect(await stage.mails(`introduction-thanks:${id}`)).toMatchObject([
      {
        recipient_mail: cast.rosa.mail,
        recipient_language: "es",
        props: { familyName: "Rosa", mentorName: "Tara T." },
      },
    ]);
    expect(await stage.mails(`introduction-news:${id}:accepted:%`)).toMatchObject([{ recipient_mail: cast.ines.mail }]);
    const page = await openProposal(stage.wiring, rosa);
    expect(page.own.find((each) => each.id === id)).toMatchObject({ state: "accepted", name: "Tara Thanked" });
  });

  it("asks staff to thank a guardian whom no mail reaches", async () => {
    const { schoolId, districtId, personId } = cast.abdi;
    const abdi = { kind: "guardian", accountId: "", personId, schoolId, districtId } as const;
    const id = await stage.invite(stage.somebody("Abdi's Friend"), { ...abdi, accountId: cast.rosa.accountId });
    await answer(await stage.bearer(id), { ...YES, organisationName: "Abdi's Friend's Shop" });
    expect(await stage.mails(`introduction-thanks:${id}`)).toEqual([]);
    expect(await stage.tasks(id)).toMatchObject([
      { kind: "thank_family", state: "open", props: { guardian: cast.abdi.name, language: "so" } },
    ]);
  });

  it("asks staff to thank a guardian in a language that nobody has written, although they have a mail address", async () => {
    const { schoolId, districtId, personId } = cast.abdi;
    const abdi = { kind: "guardian", accountId: cast.rosa.accountId, personId, schoolId, districtId } as const;
    await rows(
      "insert into contact_points (school_id, person_id, kind, value) values ($1, $2, 'mail', 'abdi@family.example')",
      [schoolId, personId],
    );
    const id = await stage.invite(stage.somebody("Abdi's Cousin"), abdi);
    await answer(await stage.bearer(id), { ...YES, organisationName: "Abdi's Cousin's Shop" });
    await rows("delete from contact_points where person_id = $1 and kind = 'mail'", [personId]);
    expect(await stage.mails(`introduction-thanks:${id}`)).toEqual([]);
    expect(await stage.tasks(id)).toMatchObject([{ kind: "thank_family", props: { language: "so" } }]);
  });

  it("twice, also at the same moment, is one yes", async () => {
    const id = await stage.invite(stage.somebody("Yes Yes"));
    const link = await stage.bearer(id);
    const input = { ...YES, organisationName: "Twice and Again" };
    const outcomes = await Promise.all([answer(link, input), answer(link, input), answer(link, input)]);
    expect(outcomes).toEqual(Array(3).fill({ ok: true, value: { state: "accepted" } }));
    expect(await answer(link, { ...input, organisationName: "Another Name" })).toEqual({
      ok: true,
      value: { state: "accepted" },
    });
    const { mentor_id } = await stage.row(id);
    expect(
      await rows("select id from mentors where full_name = 'Elena Panadera' and id = $1", [mentor_id]),
    ).toHaveLength(1);
    expect(await rows("select id from organisations where name = 'Another Name'", [])).toEqual([]);
    expect(await stage.mails(`introduction-thanks:${id}`)).toHaveLength(1);
    expect(await stage.acts("introduction", id)).toEqual(["propose", "invite", "accept"]);
  });

  it("of somebody whom the district knows by the address makes no second mentor", async () => {
    const id = await stage.invite(stage.somebody("Carlos Again", { mentorMail: cast.carlos.mail }));
    await answer(await stage.bearer(id), { ...YES, organisationName: "Sol y Masa Bakery (sample)" });
    expect(await stage.row(id)).toMatchObject({
      state: "accepted",
      mentor_id: cast.carlos.personId,
      organisation_id: cast.carlos.organisationId,
    });
    expect(await stage.tasks(id), "he belongs there already").toEqual([]);
  });

  it.each([
    ["an organisation", { organisationName: " " }, "organisation_missing"],
    ["an organisation with a letter in its name", { organisationName: "!!!" }, "organisation_missing"],
    ["a name", { mentorName: " " }, "name_missing"],
  ])("needs %s, and changes nothing without it", async (what, missing, reason) => {
    const id = await stage.invite(stage.somebody(`Missing ${what}`));
    expect(await answer(await stage.bearer(id), { ...YES, ...missing })).toEqual({ ok: false, reason });
    expect(await stage.row(id)).toMatchObject({ state: "invited", mentor_id: null, organisation_id: null });
  });
});

describe("an organisation that is there already", () => {
  it("is not open to whoever types its name: no affiliation, no membership, no offer; a coordinator is asked", async () => {
    const id = await stage.invite(stage.somebody("Ivan Impostor"));
    const outcome = await answer(await stage.bearer(id), {
      ...YES,
      organisationName: "green lake ANIMAL clinic (sample), Inc.",
      mentorName: "Ivan Impostor",
    });
    expect(outcome).toEqual({ ok: true, value: { state: "accepted" } });
    const row = await stage.row(id);
    expect(row.organisation_id).toBeNull();
    expect(row.mentor_id).not.toBeNull();
    expect(await membershipsOf("ivan.impostor@work.example")).toEqual([]);
    expect(await rows("select * from affiliations where mentor_id = $1", [row.mentor_id])).toEqual([]);
    expect(await rows("select * from mentor_offers where mentor_id = $1", [row.mentor_id])).toEqual([]);
    expect(await stage.mails(`mentor-welcome:${row.mentor_id}:%`)).toEqual([]);
    expect(await stage.tasks(id)).toMatchObject([
      {
        kind: "confirm_organisation",
        state: "open",
        props: { mentor: "Ivan Impostor", mentorId: row.mentor_id, organisationId: cast.maya.organisationId },
      },
    ]);
    expect(await openInvitation(stage.wiring, await stage.bearer(id))).toMatchObject({
      value: { state: "accepted", maySignIn: false },
    });
  });

  it("asks a coordinator also about a known mentor of another organisation", async () => {
    const id = await stage.invite(stage.somebody("Ingrid Elsewhere", { mentorMail: cast.ingrid.mail }));
    await answer(await stage.bearer(id), { ...YES, organisationName: "Green Lake Animal Clinic (sample)" });
    expect((await stage.tasks(id)).map(({ kind }) => kind)).toEqual(["confirm_organisation"]);
    expect((await membershipsOf(cast.ingrid.mail)).map((each) => each.organisation_id)).not.toContain(
      cast.maya.organisationId,
    );
  });

  it("belongs to the first of two people who name a new one at the same moment", async () => {
    const ids = [await stage.invite(stage.somebody("New One")), await stage.invite(stage.somebody("New Two"))];
    const links = await Promise.all(ids.map((id) => stage.bearer(id)));
    await Promise.all(links.map((link) => answer(link, { ...YES, organisationName: "Brand New Thing" })));
    const found = await Promise.all(ids.map((id) => stage.row(id)));
    expect(found.filter((row) => row.organisation_id !== null)).toHaveLength(1);
    expect((await Promise.all(ids.map((id) => stage.tasks(id)))).flat().map(({ kind }) => kind)).toEqual([
      "confirm_organisation",
    ]);
  });
});

describe("a relative who says yes", () => {
  const pairsOf = (mentorId: unknown) =>
    rows<{ student_id: string; state: string }>("select student_id, state from forbidden_pairs where mentor_id = $1", [
      mentorId,
    ]);

  it("is kept apart from the child that was named, until a coordinator decides", async () => {
    const aunt = stage.somebody("Aunt Ana", { isRelative: true, studentId: cast.ana.personId });
    const id = await stage.invite(aunt);
    await answer(await stage.bearer(id), { ...YES, organisationName: "Aunt's Atelier", mentorName: "Aunt Ana" });
    const { mentor_id } = await stage.row(id);
    expect(await pairsOf(mentor_id)).toEqual([{ student_id: cast.ana.personId, state: "standing" }]);
    expect(await stage.tasks(String(mentor_id))).toMatchObject([
      { kind: "relative_pair", props: { mentor: "Aunt Ana", mentorId: mentor_id, studentId: cast.ana.personId } },
    ]);
  });

  it("is kept apart from all children of a guardian who named none", async () => {
    const id = await stage.invite(stage.somebody("Uncle Cole", { isRelative: true }), castActor(cast.monique));
    await answer(await stage.bearer(id), { ...YES, organisationName: "Uncle's Union" });
    const children = await rows<{ student_id: string }>(
      "select student_id from guardian_links where guardian_id = $1",
      [cast.monique.personId],
    );
    const pairs = await pairsOf((await stage.row(id)).mentor_id);
    expect(pairs.map((pair) => pair.student_id).sort()).toEqual(children.map((child) => child.student_id).sort());
    expect(pairs.length).toBeGreaterThan(0);
  });

  it("is kept apart from the student who proposed them", async () => {
    const id = await stage.invite(stage.somebody("Cousin Leo", { isRelative: true }), castActor(cast.leo));
    await answer(await stage.bearer(id), { ...YES, organisationName: "Cousin's Corner" });
    expect(await pairsOf((await stage.row(id)).mentor_id)).toEqual([
      { student_id: cast.leo.personId, state: "standing" },
    ]);
  });

  it("whom a coordinator has allowed before stays allowed, and nobody is asked again", async () => {
    await sql(
      stage.database,
      `insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason, state, decided_by, decided_on, note)
        values ($1, $2, $3, $4, 'relative', 'lifted', $5, '2026-09-01', 'known')`,
      [cast.ana.schoolId, cast.ana.personId, cast.ana.districtId, cast.carlos.personId, cast.ines.personId],
    );
    await sql(stage.database, "delete from invited_addresses", []);
    const id = await stage.invite(
      stage.somebody("Carlos Uncle", { mentorMail: cast.carlos.mail, isRelative: true, studentId: cast.ana.personId }),
    );
    await answer(await stage.bearer(id), { ...YES, organisationName: "Sol y Masa Bakery (sample)" });
    expect(await pairsOf(cast.carlos.personId)).toEqual([{ student_id: cast.ana.personId, state: "lifted" }]);
    expect(await stage.tasks(cast.carlos.personId)).toEqual([]);
  });
});

describe("a no", () => {
  it("forgets the person in introduction, mails and tasks, keeps the row for the count, and is not asked again", async () => {
    const id = await stage.invite(stage.somebody("Norbert No"));
    const link = await stage.bearer(id);
    await answer(link, { ...YES, answer: "question", question: "How long does it take? Norbert" });
    expect(await answer(link, NO)).toEqual({ ok: true, value: { state: "declined" } });
    expect(await stage.row(id)).toMatchObject({
      state: "declined",
      mentor_name: "",
      mentor_mail: "",
      does_what: "",
      how_known: "",
    });
    const left = [await stage.mails(`introduction-%:${id}%`), await stage.tasks(id)];
    expect(JSON.stringify(left)).not.toMatch(/norbert/i);
    expect((await stage.tasks(id)).map(({ state }) => state)).toEqual(["dropped"]);
    expect(await stage.acts("introduction", id)).toEqual(["propose", "invite", "decline"]);
    const again = await stage.propose(castActor(cast.lan), stage.somebody("Norbert No"));
    expect(await inviteIntroducedMentor(stage.wiring, ines, { introductionId: again })).toEqual({
      ok: false,
      reason: "invited_before",
    });
  });

  it("twice is one no, and a yes after it is refused with the state; the page says that it is over", async () => {
    const id = await stage.invite(stage.somebody("No No"));
    const link = await stage.bearer(id);
    expect(await Promise.all([answer(link, NO), answer(link, NO)])).toEqual(
      Array(2).fill({ ok: true, value: { state: "declined" } }),
    );
    expect(await answer(link, YES)).toEqual({ ok: false, reason: "wrong_state", detail: { state: "declined" } });
    expect(await openInvitation(stage.wiring, link)).toMatchObject({
      value: { state: "declined", mentorName: "" },
    });
    expect((await stage.row(id)).mentor_id).toBeNull();
  });

  it("after a yes is refused: a mentor leaves by talking with the school", async () => {
    const id = await stage.invite(stage.somebody("Yes No"));
    const link = await stage.bearer(id);
    await answer(link, { ...YES, organisationName: "Yes Then No" });
    expect(await answer(link, NO)).toEqual({ ok: false, reason: "wrong_state", detail: { state: "accepted" } });
    expect(await stage.row(id)).toMatchObject({ state: "accepted", mentor_name: "Yes No" });
  });

  it("is told to the family as a state on their page, by no mail", async () => {
    const id = await stage.invite(stage.somebody("Quiet No"));
    await answer(await stage.bearer(id), NO);
    expect((await openProposal(stage.wiring, rosa)).own.find((each) => each.id === id)).toMatchObject({
      state: "declined",
      name: "",
    });
    expect(await stage.mails(`introduction-thanks:${id}`)).toEqual([]);
  });
});

describe("a question", () => {
  it("becomes a task once, however often it is sent, and the invitation stays open", async () => {
    const id = await stage.invite(stage.somebody("Quentin Asks"));
    const link = await stage.bearer(id);
    const question = { ...YES, answer: "question", question: "May they be fourteen? " } as const;
    expect(await answer(link, question)).toEqual({ ok: true, value: { state: "invited" } });
    await answer(link, question);
    await answer(link, { ...question, question: "And on Saturdays?" });
    expect((await stage.tasks(id)).map(({ kind, props }) => [kind, props.message])).toEqual([
      ["mentor_question", "May they be fourteen?"],
      ["mentor_question", "And on Saturdays?"],
    ]);
    expect(await stage.row(id)).toMatchObject({ state: "invited" });
  });

  it("needs words, and an invitation that is not over", async () => {
    const id = await stage.invite(stage.somebody("Mute Max"));
    const link = await stage.bearer(id);
    expect(await answer(link, { ...YES, answer: "question", question: " " })).toEqual({
      ok: false,
      reason: "question_empty",
    });
    await answer(link, NO);
    expect(await answer(link, { ...YES, answer: "question", question: "Still?" })).toMatchObject({
      reason: "wrong_state",
    });
    expect(await stage.tasks(id)).toEqual([]);
  });
});

describe("a stranger may not", () => {
  it("answer by a link of another kind", async () => {
    const id = await stage.invite(stage.somebody("Wrong Kind"));
    const link = await stage.bearer(id);
    for (const linkKind of ["delete-me", "introduce", "consent", "first-contact", "school-invitation"] as const)
      expect(await answer({ ...link, linkKind }, YES)).toEqual({ ok: false, reason: "not_permitted" });
    expect(await openInvitation(stage.wiring, { ...link, linkKind: "consent" })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await stage.row(id)).toMatchObject({ state: "invited" });
  });

  it("answer for an introduction of another school or of none", async () => {
    const id = await stage.invite(stage.somebody("Other School"));
    const link = await stage.bearer(id);
    const elsewhere = { ...link, schoolId: cast.mateo.schoolId };
    expect(await answer(elsewhere, YES)).toEqual({ ok: false, reason: "not_found" });
    expect(await openInvitation(stage.wiring, elsewhere)).toEqual({ ok: false, reason: "not_found" });
    expect(await answer({ ...link, subjectId: "01990000-0000-7000-8000-000000000000" }, YES)).toEqual({
      ok: false,
      reason: "not_found",
    });
  });

  it("be let in by a yes while suspended", async () => {
    const id = await stage.invite(stage.somebody("Ruth Suspended", { mentorMail: cast.theo.mail }));
    await sql(stage.database, "update mentors set suspended_at = now() where id = $1", [cast.theo.personId]);
    expect(await answer(await stage.bearer(id), { ...YES, organisationName: "Fresh Start" })).toEqual({
      ok: false,
      reason: "not_permitted",
    });
    expect(await rows("select id from organisations where name = 'Fresh Start'", [])).toEqual([]);
  });
});
