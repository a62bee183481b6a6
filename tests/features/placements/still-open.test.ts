import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { STILL_OPEN_ANSWER_DAYS, type StillOpenAnswer } from "~/domain/listing/still-open";
import { DEFAULT_SETTINGS } from "~/domain/settings";
import { openLink } from "~/features/accounts/open-link.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { openMentorHome } from "~/features/mentors/open-mentor-home.server";
import { answerStillOpen } from "~/features/placements/answer-still-open.server";
import { askStillOpen } from "~/features/placements/ask-still-open.server";
import { keepListingOpen } from "~/features/placements/keep-listing-open.server";
import { keepOwnOpen } from "~/features/placements/keep-own-open.server";
import { moveListings } from "~/features/placements/move-listings.server";
import { openListing } from "~/features/placements/open-listing.server";
import { openStillOpen } from "~/features/placements/open-still-open.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { putAwayUnanswered } from "~/features/placements/put-away-unanswered.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast } from "~db/cast";
import { carlos, maya, mayaPosts } from "../../support/posting";
import { staff, student } from "../../support/pursuit-way";
import { listMails, openStage, type Stage, setLakeview, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from staff_tasks");
  // What the sample offers is not what these tests ask about.
  await stage.rows("update listings set state = 'paused' where state = 'published'");
});
afterAll(() => stage.close());

const ines = staff("ines");
const passDays = (days: number) => stage.wiring.clock.pass(days * 24 * 60);
const QUIET = DEFAULT_SETTINGS.stillOpenDays;

/** Maya offers something without a last day, and the school shows it. Answers its listing. */
async function published(title = "Nurse injured owls"): Promise<string> {
  const placementId = await mayaPosts(stage, { title, endsOn: null });
  const [listing] = await stage.rows<{ id: string }>("select id from listings where placement_id = $1", [placementId]);
  if (!listing) throw new Error("it was not offered");
  valueIn(await publishListings(stage.wiring, ines, { listingIds: [listing.id] }));
  return listing.id;
}

const stateOf = async (listingId: string) =>
  (await stage.rows<{ state: string }>("select state from listings where id = $1", [listingId]))[0]?.state;

/** Who acts by the link of the last mail. */
async function byLink() {
  const mail = (await listMails(stage, "still-open")).at(-1);
  const token = String(mail?.props.link).split("/").at(-1);
  return valueIn(await openLink(stage.wiring, { token, kinds: ["still-open"] }));
}
const answer = async (listingId: string, given: StillOpenAnswer) =>
  answerStillOpen(stage.wiring, await byLink(), { listingId, answer: given });

test("after the days of the setting a mentor is asked once, in one mail for all that is quiet", async () => {
  await published("Nurse injured owls");
  await published("Count the herons");
  passDays(QUIET - 1);
  expect(await askStillOpen(stage.wiring)).toBe(0);
  passDays(1);
  const asked = await Promise.all([askStillOpen(stage.wiring), askStillOpen(stage.wiring)]);
  expect(asked.toSorted()).toEqual([0, 2]);
  passDays(5);
  expect(await askStillOpen(stage.wiring)).toBe(0);
  expect(await listMails(stage, "still-open")).toMatchObject([
    { to: cast.maya.mail, props: { placementTitles: ["Count the herons", "Nurse injured owls"] } },
  ]);
});

test("the school's own number of days counts", async () => {
  await published();
  await setLakeview(stage, { stillOpenDays: 30 });
  passDays(30);
  expect(await askStillOpen(stage.wiring)).toBe(1);
});

test("a yes by the link is asked about again only after as many days, and stays shown", async () => {
  const listingId = await published();
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  expect(valueIn(await openStillOpen(stage.wiring, await byLink())).listings).toEqual([
    { id: listingId, title: "Nurse injured owls", isPutAway: false },
  ]);
  expect(await answer(listingId, "yes")).toEqual({ ok: true, value: { state: "published" } });
  expect(valueIn(await openStillOpen(stage.wiring, await byLink())).listings).toEqual([]);
  expect(await answer(listingId, "yes")).toEqual({ ok: false, reason: "wrong_state" });
  passDays(STILL_OPEN_ANSWER_DAYS);
  expect(await putAwayUnanswered(stage.wiring)).toBe(0);
  expect(await askStillOpen(stage.wiring)).toBe(0);
  passDays(QUIET);
  expect(await askStillOpen(stage.wiring)).toBe(1);
  const { acts } = valueIn(await openListing(stage.wiring, ines, { listingId }));
  expect(acts.map(({ transition }) => transition)).toEqual(
    expect.arrayContaining(["publish", "ask_still_open", "still_open"]),
  );
});

test("a pause or a no by the link holds at once", async () => {
  const paused = await published("Nurse injured owls");
  const put = await published("Count the herons");
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  expect(await answer(paused, "pause")).toEqual({ ok: true, value: { state: "paused" } });
  expect(await answer(put, "archive")).toEqual({ ok: true, value: { state: "archived" } });
  expect(valueIn(await openStillOpen(stage.wiring, await byLink())).listings).toEqual([]);
});

test("without an answer it is put away on the day that the mail said, and the same link offers it again", async () => {
  const listingId = await published();
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  const [mail] = await listMails(stage, "still-open");
  passDays(STILL_OPEN_ANSWER_DAYS - 1);
  expect(await putAwayUnanswered(stage.wiring)).toBe(0);
  passDays(1);
  const put = await Promise.all([putAwayUnanswered(stage.wiring), putAwayUnanswered(stage.wiring)]);
  expect(put.toSorted()).toEqual([0, 1]);
  expect(mail?.props.mentorAnswerBy).toBe(stage.wiring.clock.now().toISOString().slice(0, 10));
  expect(await stateOf(listingId)).toBe("archived");
  expect(valueIn(await openStillOpen(stage.wiring, await byLink())).listings).toMatchObject([{ isPutAway: true }]);
  expect(await answer(listingId, "yes")).toEqual({ ok: true, value: { state: "in_review" } });
});

test("what staff put away because they heard that it is over is asked about no more", async () => {
  const listingId = await published();
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  valueIn(await moveListings(stage.wiring, ines, { listingIds: [listingId], move: "archive" }));
  expect(valueIn(await openStillOpen(stage.wiring, await byLink())).listings).toEqual([]);
  expect(await answer(listingId, "yes")).toEqual({ ok: false, reason: "wrong_state" });
});

test("where a student is under way nobody is asked, and nothing is put away", async () => {
  const listingId = await published();
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId, note: "I like owls." }));
  passDays(STILL_OPEN_ANSWER_DAYS);
  expect(await putAwayUnanswered(stage.wiring)).toBe(0);
  expect(await stateOf(listingId)).toBe("published");
});

test("a student who came and went has answered: it stays, and its host is asked again after as many days", async () => {
  const listingId = await published();
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  passDays(1);
  const asked = await requestPursuit(stage.wiring, student("ana"), { listingId, note: "I like owls." });
  const { pursuitId } = valueIn(asked);
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  expect(valueIn(await openListing(stage.wiring, ines, { listingId })).stillOpenAskedAt).toBeUndefined();
  expect(valueIn(await openStillOpen(stage.wiring, await byLink())).listings).toEqual([]);
  passDays(STILL_OPEN_ANSWER_DAYS + 1);
  expect([await putAwayUnanswered(stage.wiring), await askStillOpen(stage.wiring)]).toEqual([0, 0]);
  expect(await stateOf(listingId)).toBe("published");
  passDays(QUIET);
  expect([await putAwayUnanswered(stage.wiring), await askStillOpen(stage.wiring)]).toEqual([0, 1]);
});

test("a question that is answered before its mail leaves is mailed to nobody", async () => {
  const listingId = await published();
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  valueIn(await keepListingOpen(stage.wiring, ines, { listingId }));
  const [mail] = await stage.rows<{ id: string }>("select id from mails where kind = 'still-open'");
  expect(await deliverMail(stage.wiring, { mailId: mail?.id ?? "" })).toBe("suppressed");
  expect(await stage.rows("select kind from staff_tasks")).toEqual([]);
});

test("a suspended mentor is asked nothing, and their link opens nothing", async () => {
  const listingId = await published();
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  const link = await byLink();
  await stage.rows("update mentors set suspended_at = now() where id = $1", [cast.maya.personId]);
  expect(await openStillOpen(stage.wiring, link)).toEqual({ ok: false, reason: "not_found" });
  const given = { listingId, answer: "yes" } as const;
  expect(await answerStillOpen(stage.wiring, link, given)).toEqual({ ok: false, reason: "not_found" });
  await stage.rows("update mentors set suspended_at = null where id = $1", [cast.maya.personId]);
});

test("staff ask whom no mail reaches, and write down what they heard", async () => {
  const listingId = await published();
  await stage.rows("update mentor_contact_points set undeliverable_at = now() where mentor_id = $1 and kind = 'mail'", [
    cast.maya.personId,
  ]);
  passDays(QUIET);
  expect(await askStillOpen(stage.wiring)).toBe(1);
  await stage.rows("update mentor_contact_points set undeliverable_at = null where mentor_id = $1", [
    cast.maya.personId,
  ]);
  expect(await stage.rows("select kind, props ->> 'news' as news, subject_id from staff_tasks")).toEqual([
    { kind: "tell_host", news: "still_open", subject_id: listingId },
  ]);
  expect(valueIn(await openListing(stage.wiring, ines, { listingId })).stillOpenAskedAt).toBe(
    stage.wiring.clock.now().toISOString(),
  );
  for (const stranger of [staff("tom"), student("ana")])
    expect(await keepListingOpen(stage.wiring, stranger, { listingId })).toEqual({
      ok: false,
      reason: "not_permitted",
    });
  expect(await keepListingOpen(stage.wiring, staff("malik"), { listingId })).toEqual({
    ok: false,
    reason: "wrong_state",
  });
  valueIn(await keepListingOpen(stage.wiring, ines, { listingId }));
  expect(valueIn(await openListing(stage.wiring, ines, { listingId })).stillOpenAskedAt).toBeUndefined();
});

test("a mentor finds the question at home and answers it there; another organization may not", async () => {
  const listingId = await published();
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  const turns = async () =>
    (await openMentorHome(stage.wiring, maya)).waiting.filter(({ kind }) => kind === "still_open");
  expect(await turns()).toMatchObject([{ title: "Nurse injured owls" }]);
  expect(await keepOwnOpen(stage.wiring, carlos, { listingId })).toEqual({ ok: false, reason: "not_found" });
  valueIn(await keepOwnOpen(stage.wiring, maya, { listingId }));
  expect(await turns()).toEqual([]);
});

test("a link answers only for what its bearer leads at that school", async () => {
  await published();
  passDays(QUIET);
  await askStillOpen(stage.wiring);
  const [foreign] = await stage.rows<{ id: string }>(
    `select l.id from listings l join placements p on p.id = l.placement_id
     where p.lead_mentor_id is distinct from $1 limit 1`,
    [cast.maya.personId],
  );
  expect(await answer(String(foreign?.id), "archive")).toEqual({ ok: false, reason: "wrong_state" });
});

test("what staff put away stays away", async () => {
  const listingId = await published();
  valueIn(await moveListings(stage.wiring, ines, { listingIds: [listingId], move: "pause" }));
  passDays(QUIET + STILL_OPEN_ANSWER_DAYS);
  expect(await askStillOpen(stage.wiring)).toBe(0);
  expect(await putAwayUnanswered(stage.wiring)).toBe(0);
  expect(await stateOf(listingId)).toBe("paused");
});
