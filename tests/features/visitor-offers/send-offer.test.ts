import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { LinkActor } from "~/domain/actor";
import { decideOrganisation } from "~/features/tasks/decide-organisation.server";
import { disownVisitorOffer } from "~/features/visitor-offers/disown-visitor-offer.server";
import { forgetLapsedOffers } from "~/features/visitor-offers/forget-lapsed-offers.server";
import { keepVisitorOffer } from "~/features/visitor-offers/keep-visitor-offer.server";
import { openVisitorOffer } from "~/features/visitor-offers/open-visitor-offer.server";
import { proveVisitorOffer } from "~/features/visitor-offers/prove-visitor-offer.server";
import { sendVisitorOffer } from "~/features/visitor-offers/send-visitor-offer.server";
import { cast, castActor, castOrganisations, sampleSchools } from "~db/cast";
import { NOBODY, valueIn } from "../../support/stage";
import { type OfferStage, openOfferStage, POST } from "./stage";

let stage: OfferStage;
beforeAll(async () => {
  stage = await openOfferStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const CLINIC = "Green Lake Animal Clinic (sample)";
const send = (actor: LinkActor, post = POST) => sendVisitorOffer(stage.wiring, actor, { post });
const pageOf = async (actor: LinkActor) => valueIn(await openVisitorOffer(stage.wiring, actor));
const newsOf = () => stage.rows("select kind, recipient_person_id, props from mails where kind = 'visitor-offer-news'");
const placed = (organisation: string) =>
  stage.rows(
    `select l.state, l.school_id, p.title, p.lead_mentor_id from listings l join placements p on p.id = l.placement_id
      join organisations o on o.id = l.organisation_id where o.name = $1 and p.title = $2`,
    [organisation, POST.title],
  );

test("the link shows nothing that was typed until the button proves the address", async () => {
  await stage.ask({ mail: "ada@one.example", organisationName: "Ada Boats" });
  const actor = await stage.bearer("ada@one.example");
  expect(await pageOf(actor)).toMatchObject({ state: "asked", what: "", organisationName: "", form: null });
  expect(await send(actor)).toMatchObject({ ok: false, reason: "wrong_state" });
  expect(await keepVisitorOffer(stage.wiring, actor, { content: { title: "x" } })).toMatchObject({ ok: false });
  expect(await proveVisitorOffer(stage.wiring, actor)).toEqual({ ok: true, value: { isKnown: false } });
  expect(await pageOf(actor)).toMatchObject({ state: "open", what: "Build chairs and oars.", form: null });
  expect(await proveVisitorOffer(stage.wiring, actor)).toMatchObject({ ok: false, reason: "wrong_state" });
});

test("the form is kept as it is typed, for whoever bears the link, and for thirty days more", async () => {
  const actor = await stage.open({ mail: "bo@two.example" });
  stage.wiring.clock.pass(20 * 24 * 60);
  valueIn(await keepVisitorOffer(stage.wiring, actor, { content: { title: "A day", interests: ["repair"] } }));
  stage.wiring.clock.pass(20 * 24 * 60);
  expect(await forgetLapsedOffers(stage.wiring)).toBe(0);
  expect((await pageOf(actor)).form).toEqual({ title: "A day", interests: ["repair"] });
  const long = { studentWillDo: "x".repeat(40_001) };
  expect(await keepVisitorOffer(stage.wiring, actor, { content: long })).toMatchObject({ reason: "too_long" });
});

test("sent, it is a placement in review with its mentor and organisation, the coordinators are told once, and the mentor may sign in", async () => {
  const actor = await stage.open({ mail: "cam@three.example", organisationName: "Cam Boats" });
  expect(await send(actor)).toEqual({ ok: true, value: { isPosted: true } });
  expect(await send(actor)).toMatchObject({ ok: false, reason: "wrong_state" });
  const [offer] = await stage.offers();
  expect(offer).toMatchObject({ state: "sent", form: {}, post: null });
  expect(await placed("Cam Boats")).toEqual([
    {
      state: "in_review",
      school_id: sampleSchools.lakeview.schoolId,
      title: POST.title,
      lead_mentor_id: offer?.mentor_id,
    },
  ]);
  const told = (await newsOf()).map(({ recipient_person_id }) => recipient_person_id);
  expect(told).toContain(cast.ines.personId);
  expect(new Set(told).size).toBe(told.length);
  expect(await stage.mailsTo("cam@three.example")).toMatchObject([
    { kind: "visitor-offer-link" },
    { kind: "mentor-welcome", recipient_language: "es", props: { isPosted: true } },
  ]);
  expect(await pageOf(actor)).toMatchObject({ state: "sent" });
});

test("the page of a sent offer reads the same whether the school knows the organisation or not", async () => {
  const known = await stage.open({ mail: "kit@known.example", organisationName: CLINIC });
  const unknown = await stage.open({ mail: "uma@unknown.example", organisationName: "Uma Boats" });
  expect(await send(known)).toMatchObject({ value: { isPosted: false } });
  expect(await send(unknown)).toMatchObject({ value: { isPosted: true } });
  expect({ ...(await pageOf(known)), organisationName: "Uma Boats" }).toEqual(await pageOf(unknown));
});

test("at an organisation that is known nothing is posted until a coordinator has confirmed it", async () => {
  const actor = await stage.open({ mail: "dee@four.example", organisationName: CLINIC });
  expect(await send(actor)).toEqual({ ok: true, value: { isPosted: false } });
  expect(await placed(CLINIC)).toEqual([]);
  expect(await pageOf(actor)).toMatchObject({ state: "sent" });
  expect(await newsOf()).toMatchObject([{ props: { event: "to_confirm" } }, ...(await newsOf()).slice(1)]);
  const [task] = await stage.rows<{ id: string }>("select id from staff_tasks where kind = 'confirm_organisation'");
  stage.wiring.clock.pass(200 * 24 * 60);
  expect(await forgetLapsedOffers(stage.wiring), "it waits for the coordinator").toBe(0);
  const decide = (actor = castActor(cast.ines)) =>
    decideOrganisation(stage.wiring, actor, { taskId: task?.id ?? "", decision: "confirm", note: "Maya knows them." });
  expect(await decide(castActor(cast.malik))).toMatchObject({ ok: false, reason: "not_found" });
  valueIn(await decide());
  expect(await placed(CLINIC)).toMatchObject([{ state: "in_review" }]);
  expect(await stage.offers()).toMatchObject([{ post: null }]);
});

test("a claim to an organisation that became one with another since is confirmed for the one that stays", async () => {
  const actor = await stage.open({ mail: "flo@six.example", organisationName: CLINIC });
  valueIn(await send(actor, { ...POST, title: "A day with Flo" }));
  const [task] = await stage.rows<{ id: string }>(
    `update staff_tasks set props = props || '{"organisationId": "01990000-0000-7000-8000-00000000dead"}'
      where kind = 'confirm_organisation' and state = 'open' returning id`,
  );
  const confirm = { taskId: task?.id ?? "", decision: "confirm", note: "Maya knows her." } as const;
  valueIn(await decideOrganisation(stage.wiring, castActor(cast.ines), confirm));
  expect(
    await stage.rows(
      "select o.name from placements p join organisations o on o.id = p.organisation_id where p.title = 'A day with Flo'",
    ),
  ).toEqual([{ name: CLINIC }]);
});

test("refused, nothing is posted, nobody may sign in, and the offer has its last day", async () => {
  const actor = await stage.open({ mail: "eve@five.example", organisationName: CLINIC });
  valueIn(await send(actor, { ...POST, title: "A day with Eve" }));
  const [task] = await stage.rows<{ id: string }>("select id from staff_tasks where kind = 'confirm_organisation'");
  const refusal = { taskId: task?.id ?? "", decision: "refuse", note: "Nobody knows her." } as const;
  valueIn(await decideOrganisation(stage.wiring, castActor(cast.ines), refusal));
  expect(await stage.rows("select 1 from placements where title = 'A day with Eve'")).toEqual([]);
  expect(await stage.rows("select 1 from identity.accounts where mail = 'eve@five.example'")).toEqual([]);
  expect(
    await stage.rows(
      "select props ->> 'organisationName' as at from mails where kind = 'claim-refused' and recipient_mail = $1",
      ["eve@five.example"],
    ),
  ).toEqual([{ at: CLINIC }]);
  stage.wiring.clock.pass(91 * 24 * 60);
  expect(await forgetLapsedOffers(stage.wiring)).toBe(1);
  expect(await stage.rows("select props from staff_tasks where kind = 'confirm_organisation'")).toEqual([
    { props: {} },
  ]);
});

test("a mentor whom the district knows finds their words in their own form, unless something is there already", async () => {
  await stage.rows("delete from drafts");
  await stage.ask({ mail: cast.ingrid.mail, organisationName: "Something new", what: "True a wheel." });
  const actor = await stage.bearer(cast.ingrid.mail);
  expect(await proveVisitorOffer(stage.wiring, actor)).toEqual({ ok: true, value: { isKnown: true } });
  expect(await pageOf(actor)).toMatchObject({ state: "handed_over" });
  const drafts = () =>
    stage.rows("select organisation_id, account_id, content ->> 'studentWillDo' as what from drafts");
  const { organisationId } = castOrganisations["harbor-bike-works"];
  const own = { organisation_id: organisationId, account_id: cast.ingrid.accountId };
  expect(await drafts()).toEqual([{ ...own, what: "True a wheel." }]);
  await stage.ask({ mail: cast.ingrid.mail, what: "Paint a frame." });
  valueIn(await proveVisitorOffer(stage.wiring, await stage.bearer(cast.ingrid.mail)));
  expect(await drafts()).toEqual([{ ...own, what: "True a wheel." }]);
  await stage.rows("delete from drafts");
});

test("who did not type it deletes it and is not written to again", async () => {
  await stage.ask({ mail: "fay@six.example" });
  const actor = await stage.bearer("fay@six.example");
  valueIn(await disownVisitorOffer(stage.wiring, actor));
  expect(await stage.offers()).toEqual([]);
  expect(await stage.mailsTo("fay@six.example")).toEqual([]);
  valueIn(await stage.ask({ mail: "fay@six.example" }));
  expect(await stage.offers()).toEqual([]);
  expect(await disownVisitorOffer(stage.wiring, actor)).toMatchObject({ ok: false, reason: "not_found" });
  const proved = await stage.open({ mail: "gil@six.example" });
  expect(await disownVisitorOffer(stage.wiring, proved)).toMatchObject({ ok: false, reason: "wrong_state" });
});

test("what does not go together is not sent, and an area of nowhere neither", async () => {
  const actor = await stage.open({ mail: "hal@seven.example", organisationName: "Hal Boats" });
  expect(await send(actor, { ...POST, kind: "internship" })).toMatchObject({ reason: "not_valid" });
  expect(await send(actor, { ...POST, site: { id: NOBODY } })).toMatchObject({ reason: "not_valid" });
  const nowhere = { ...POST, site: { ...POST.site, areaId: NOBODY } } as typeof POST;
  expect(await send(actor, nowhere)).toMatchObject({ reason: "unknown_area" });
  expect(await stage.rows("select 1 from organisations where name = 'Hal Boats'")).toEqual([]);
});

test("a mentor who was suspended meanwhile sends nothing", async () => {
  const actor = await stage.open({ mail: "ida@eight.example", organisationName: "Ida Boats" });
  await stage.rows("update visitor_offers set mail = $1", [cast.theo.mail]);
  await stage.rows("update mentors set suspended_at = now() where id = $1", [cast.theo.personId]);
  expect(await send(actor)).toMatchObject({ ok: false, reason: "not_permitted" });
  await stage.rows("update mentors set suspended_at = null where id = $1", [cast.theo.personId]);
});

test("the bearer of another link, and of a link of another school, reaches no offer", async () => {
  const actor = await stage.open({ mail: "joe@nine.example", organisationName: "Joe Boats" });
  const others: LinkActor[] = [
    { ...actor, linkKind: "introduction-invitation" },
    { ...actor, ...sampleSchools.harbor },
    { ...actor, subjectId: NOBODY },
  ];
  for (const other of others) {
    expect(await openVisitorOffer(stage.wiring, other)).toMatchObject({ ok: false });
    expect(await proveVisitorOffer(stage.wiring, other)).toMatchObject({ ok: false });
    expect(await disownVisitorOffer(stage.wiring, other)).toMatchObject({ ok: false });
    expect(await keepVisitorOffer(stage.wiring, other, { content: { title: "x" } })).toMatchObject({ ok: false });
    expect(await send(other)).toMatchObject({ ok: false });
  }
  expect(await stage.offers()).toMatchObject([{ state: "open", form: {} }]);
});

test("two offers sent at once from one new address, to two schools, make one mentor", async () => {
  const mail = "two@once.example";
  const here = await stage.open({ mail, organisationName: "Once Works" });
  const there = await stage.open({ mail, organisationName: "Once Works", schoolSlug: "harbor" });
  const sent = await Promise.all([send(here), send(there)]);
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect(new Set((await stage.offers()).map((offer) => offer.mentor_id)).size).toBe(1);
  expect(await stage.rows("select from mentor_contact_points where value = $1", [mail])).toHaveLength(1);
});
