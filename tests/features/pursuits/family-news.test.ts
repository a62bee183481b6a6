import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { answerConsent } from "~/features/consents/answer-consent.server";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { expirePursuits } from "~/features/pursuits/expire-pursuits.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { listTasks } from "~/features/tasks/list-tasks.server";
import { type CastKey, cast, castActor } from "~db/cast";
import { anaApproved, anaAsks, anaContacted, anaOffered, hostOffers, staff, student } from "../../support/pursuit-way";
import {
  giveLooking,
  hostByLink,
  lakeviewListing,
  listMails,
  openStage,
  type Stage,
  sendMails,
  setLakeview,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.rows("create table links_before as table guardian_links");
});
beforeEach(() => stage.clear());
afterEach(async () => {
  await stage.rows("delete from guardian_links");
  await stage.rows("insert into guardian_links select * from links_before");
});
afterAll(() => stage.close());

const DAY = 24 * 60;
const CLINIC = /clinic|animals/i;

/** A host offers a place at the clinic to somebody else than Ana. */
async function offeredTo(key: "jada" | "hodan" | "minh", holder: CastKey): Promise<string> {
  await giveLooking(stage, key, holder);
  const asked = { listingId: lakeviewListing("clinic-care"), note: "" };
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student(key), asked));
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  await hostOffers(stage, pursuitId);
  return pursuitId;
}

const news = async () => (await listMails(stage, "family-news")).map(({ to, props }) => [to, props.event]);
const changeLinks = (to: string, key: CastKey) =>
  stage.rows(`update guardian_links set ${to} where guardian_id = $1`, [cast[key].personId]);

test("a mother hears of the offer and of the acceptance, with the place, in Spanish, and finds it on her own page", async () => {
  const pursuitId = await anaOffered(stage);
  valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }));
  expect(await news()).toEqual([
    [cast.rosa.mail, "offered"],
    [cast.rosa.mail, "accepted"],
  ]);
  await sendMails(stage);
  const [offered] = stage.wiring.sent.filter(({ kind }) => kind === "family-news");
  expect(offered).toMatchObject({ subject: "Una organización dice que sí a Ana" });
  expect(offered?.text).toContain("Green Lake Animal Clinic (sample) ofrece a Ana el lugar");
  expect(offered?.text).toContain(`${stage.wiring.env.origin}/guardian`);
  expect(offered?.text).not.toContain("Reyes");
});

test("every other end is told once, each in its own words", async () => {
  const turnDown = async (pursuitId: string) =>
    valueIn(
      await respondToFirstContact(stage.wiring, await hostByLink(stage, pursuitId), {
        pursuitId,
        answer: "turn_down",
        message: "We are too few.",
      }),
    );
  const refuse = async (pursuitId: string) =>
    valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "no_thanks" }));
  const withdraw = async (pursuitId: string) =>
    valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "too far" }));
  const expire = async () => {
    stage.wiring.clock.pass(22 * DAY);
    await expirePursuits(stage.wiring);
  };
  const ends = [
    [turnDown, "not_taken"],
    [refuse, "offer_refused"],
    [withdraw, "withdrawn"],
    [expire, "expired"],
  ] as const;
  for (const [end, event] of ends) {
    await stage.clear();
    await end(await anaOffered(stage));
    expect(await news()).toEqual([
      [cast.rosa.mail, "offered"],
      [cast.rosa.mail, event],
    ]);
    expect(JSON.stringify(await listMails(stage, "family-news"))).not.toMatch(/too few|too far/);
  }
});

test("the page that a mail of an end leads to shows the end, for two months", async () => {
  const pursuitId = await anaContacted(stage);
  const shown = async () =>
    (await openGuardianHome(stage.wiring, castActor(cast.rosa))).children.flatMap(({ pursuits }) =>
      pursuits.filter(({ id }) => id === pursuitId).map(({ state }) => state),
    );
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  expect(await shown()).toEqual(["withdrawn"]);
  stage.wiring.clock.pass(61 * DAY);
  expect(await shown()).toEqual([]);
});

test("a father who may not know whereabouts is told without a word of where, and the mother with it", async () => {
  const pursuitId = await offeredTo("jada", "monique");
  valueIn(await answerOffer(stage.wiring, student("jada"), { pursuitId, answer: "take" }));
  const sentBefore = stage.wiring.sent.length;
  await sendMails(stage);
  const sent = stage.wiring.sent.slice(sentBefore).filter(({ kind }) => kind === "family-news");
  const toFather = sent.filter(({ to }) => to === cast.derek.mail);
  const toMother = sent.filter(({ to }) => to === cast.monique.mail);
  expect([toFather.length, toMother.length]).toEqual([2, 2]);
  for (const mail of toMother) expect(mail.text).toMatch(CLINIC);
  for (const mail of toFather) expect(JSON.stringify(mail)).not.toMatch(CLINIC);
  const stored = await stage.rows("select * from mails where recipient_person_id = $1 and kind = 'family-news'", [
    cast.derek.personId,
  ]);
  expect(stored).toHaveLength(2);
  expect(JSON.stringify(stored)).not.toMatch(CLINIC);
});

test.each(["to_on = '2026-10-14'", "from_on = '2026-10-16'", "may_see_records = false"])(
  "a guardian hears nothing whose link says %s",
  async (change) => {
    const pursuitId = await anaContacted(stage);
    await changeLinks(change, "rosa");
    await hostOffers(stage, pursuitId);
    expect(await news()).toEqual([]);
    expect(await stage.rows("select id from staff_tasks where kind = 'tell_family'")).toEqual([]);
  },
);

test("a link that ends today still counts today", async () => {
  await changeLinks("to_on = '2026-10-15'", "rosa");
  await anaOffered(stage);
  expect(await news()).toEqual([[cast.rosa.mail, "offered"]]);
});

test("nothing reaches the mother of a student of 18, whatever her link still says", async () => {
  await changeLinks("may_see_records = true, may_know_whereabouts = true", "lan");
  await offeredTo("minh", "minh");
  expect(await news()).toEqual([]);
  expect(await stage.rows("select id from staff_tasks where kind = 'tell_family'")).toEqual([]);
});

test("a father without mail is told by staff, who read whom, in which language, and what", async () => {
  const pursuitId = await offeredTo("hodan", "abdi");
  expect(await news()).toEqual([]);
  const { tasks } = valueIn(await listTasks(stage.wiring, staff("ines"), { page: 1 }));
  expect(tasks.filter(({ kind }) => kind === "tell_family")).toMatchObject([
    {
      subject: { noun: "pursuit", id: pursuitId },
      facts: { language: "so", news: "offered", organisation: "Green Lake Animal Clinic (sample)" },
      names: { person: cast.abdi.name, student: cast.hodan.name },
    },
  ]);
  const stored = JSON.stringify(await stage.rows("select props from staff_tasks where kind = 'tell_family'"));
  expect(stored).not.toMatch(/Abdi|Hodan|Warsame/);
});

test("a task to tell somebody who may not know whereabouts holds no place, and says so", async () => {
  await changeLinks("may_know_whereabouts = false", "abdi");
  await offeredTo("hodan", "abdi");
  const [task] = await stage.rows<{ props: object }>("select props from staff_tasks where kind = 'tell_family'");
  expect(task?.props).toMatchObject({ keepPlace: true });
  expect(JSON.stringify(task)).not.toMatch(CLINIC);
});

test("no mail in English goes to somebody who reads a language that mail has no words in; staff tell them", async () => {
  await stage.rows("update people set language = 'vi' where id = $1", [cast.rosa.personId]);
  await anaOffered(stage);
  await stage.rows("update people set language = 'es' where id = $1", [cast.rosa.personId]);
  expect(await news()).toEqual([]);
  expect(
    await stage.rows("select props ->> 'language' as language from staff_tasks where kind = 'tell_family'"),
  ).toEqual([{ language: "vi" }]);
});

test("before a host was asked the family hears nothing of an end", async () => {
  for (const reach of [anaAsks, anaApproved]) {
    await stage.clear();
    const pursuitId = await reach(stage);
    valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
    expect(await news()).toEqual([]);
  }
});

test("what an acceptance withdraws the family knows from the acceptance", async () => {
  await setLakeview(stage, { livePursuitLimit: 10 });
  await anaContacted(stage, "bakery-morning");
  const pursuitId = await anaOffered(stage);
  const taken = valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "take" }));
  expect(taken.withdrawn).toBe(1);
  expect((await news()).map(([, event]) => event)).toEqual(["offered", "accepted"]);
});

test("when one parent takes the consent back both hear that it ends, and neither by whom", async () => {
  const consentId = await giveLooking(stage, "jada", "monique");
  const asked = { listingId: lakeviewListing("clinic-care"), note: "" };
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("jada"), asked));
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  const revoked = { consentId, answer: "revoke", typedName: "", relationship: "", code: "" } as const;
  valueIn(await answerConsent(stage.wiring, castActor(cast.monique), { ...revoked, studentBrowser: false }));
  expect((await news()).sort()).toEqual([
    [cast.derek.mail, "withdrawn"],
    [cast.monique.mail, "withdrawn"],
  ]);
  const toFather = (await listMails(stage, "family-news")).filter(({ to }) => to === cast.derek.mail);
  expect(JSON.stringify(toFather)).not.toMatch(/Monique|clinic/i);
});
