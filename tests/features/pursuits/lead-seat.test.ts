import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openReport } from "~/features/concerns/open-report.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { editPlacement } from "~/features/placements/edit-placement.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { answerOffer } from "~/features/pursuits/answer-offer.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { contactHosts } from "~/features/pursuits/contact-hosts.server";
import { openFirstContact } from "~/features/pursuits/open-first-contact.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { readMentors } from "~/features/pursuits/read-mentors.server";
import { recordAnswer } from "~/features/pursuits/record-answer.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { suspendMentor } from "~/features/suspensions/suspend-mentor.server";
import { listTasks } from "~/features/tasks/list-tasks.server";
import { callOffVisit } from "~/features/visits/call-off-visit.server";
import { dateVisit } from "~/features/visits/date-visit.server";
import { cast } from "~db/cast";
import { isMentorHeld } from "~db/merged-mentors.server";
import { withScope } from "~db/scope.server";
import { readMail } from "../../support/mail";
import { maya, mayaPosts, owlWatch, readListing, theo } from "../../support/posting";
import { anaOffered, staff, student } from "../../support/pursuit-way";
import {
  countRows,
  giveLooking,
  hostByLink,
  listMails,
  openStage,
  reasonIn,
  type Stage,
  sendMails,
  valueIn,
} from "../../support/stage";
import { closeGates, inesPlans, PLACE, THURSDAY } from "../../support/visits";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from forbidden_pairs");
  await stage.rows("update mentors set suspended_at = null");
  await stage.rows("update listings set state = 'published' where state = 'paused'");
  // As if a coordinator had published all of them: whoever is named is read.
  await stage.rows("update listings set published_at = published_at where state = 'published'");
});
afterAll(() => stage.close());

const toMentors = () =>
  stage.rows<{ id: string; kind: string; recipient_mail: string }>(
    "select id, kind, recipient_mail from mails where recipient_mentor_id is not null and kind in ('visit-news', 'mentor-status') order by id",
  );
const hostTasks = async () =>
  (
    await stage.rows<{ props: Record<string, string> }>(
      "select props from staff_tasks where kind = 'tell_host' order by opened_at, id",
    )
  ).map(({ props: { news, why, mentorId } }) => ({ news, why, mentorId }));
const openHostTasks = () =>
  stage.rows(
    "select props ->> 'news' as news, props ->> 'why' as why from staff_tasks where kind = 'tell_host' and state = 'open' order by opened_at, id",
  );
const keepApart = (mentorId: string) =>
  stage.rows(
    "insert into forbidden_pairs (school_id, district_id, student_id, mentor_id, reason) values ($1, $2, $3, $4, 'household')",
    [cast.ana.schoolId, cast.ana.districtId, cast.ana.personId, mentorId],
  );

/** Maya leads her own placement, a coordinator has read that, and she was written to about Ana. */
async function mayaWasContacted() {
  const placementId = await mayaPosts(stage, { backupIds: [] });
  const publish = async () => {
    const { id } = await readListing(stage, placementId);
    valueIn(await publishListings(stage.wiring, staff("ines"), { listingIds: [id] }));
    return id;
  };
  const listingId = await publish();
  await giveLooking(stage, "ana", "rosa");
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId, note: "" }));
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  await sendMails(stage);
  await closeGates(stage);
  const nameTheo = async () =>
    valueIn(
      await editPlacement(stage.wiring, maya, {
        ...{ placementId, revision: 1 },
        post: owlWatch({ leadMentorId: cast.theo.personId, backupIds: [] }),
      }),
    );
  return { pursuitId, publish, nameTheo };
}

test("a first contact waits for somebody to read who is named meanwhile, and goes out when the placement is published again", async () => {
  const placementId = await mayaPosts(stage, { backupIds: [] });
  const { id: listingId } = await readListing(stage, placementId);
  const publish = async () => valueIn(await publishListings(stage.wiring, staff("ines"), { listingIds: [listingId] }));
  await publish();
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId, note: "" }));
  await giveLooking(stage, "ana", "rosa");
  // As an import does, which sends nothing back to review.
  await stage.rows("update placements set lead_mentor_id = $1 where id = $2", [cast.theo.personId, placementId]);
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  expect(await stage.rows("select kind from mails where kind = 'first-contact'")).toEqual([]);
  expect(await hostTasks()).toEqual([{ news: "wants_contact", why: "unread", mentorId: cast.theo.personId }]);
  const named = { pursuitId, mentorIds: [cast.theo.personId] };
  valueIn(await readMentors(stage.wiring, staff("ines"), named));
  const waiting = await stage.rows<{ payload: { listingId: string } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'contact-hosts'`,
  );
  expect(waiting.map(({ payload }) => payload.listingId)).toContain(listingId);
  const { schoolId, districtId } = cast.ines;
  const job = { kind: "system", job: "contact-hosts", schoolId, districtId } as const;
  expect(valueIn(await contactHosts(stage.wiring, job, { listingId })).contacted).toBe(1);
  expect(valueIn(await contactHosts(stage.wiring, job, { listingId })).contacted).toBe(0);
  expect(reasonIn(await contactHosts(stage.wiring, { ...job, schoolId: cast.malik.schoolId }, { listingId }))).toBe(
    "not_found",
  );
  expect(await stage.rows("select recipient_mail from mails where kind = 'first-contact'")).toEqual([
    { recipient_mail: cast.theo.mail },
  ]);
  expect(await openHostTasks()).toEqual([]);
});

test("a lead whom the school has not read hears of no visit; staff talk with the host, and once it is published a mail goes out", async () => {
  const { pursuitId, publish, nameTheo } = await mayaWasContacted();
  await nameTheo();
  const { visitId } = valueIn(await inesPlans(stage, pursuitId));
  expect(await toMentors()).toEqual([]);
  expect(await hostTasks()).toEqual([{ news: "visit_dated", why: "unread", mentorId: cast.theo.personId }]);
  const moved = { visitId, place: PLACE, ...THURSDAY, from: "10:00", to: "11:00" };
  valueIn(await dateVisit(stage.wiring, staff("ines"), moved));
  valueIn(await callOffVisit(stage.wiring, student("ana"), { pursuitId, visitId, reason: "I am ill." }));
  expect(await toMentors()).toEqual([]);
  expect((await hostTasks()).map(({ news }) => news)).toEqual(["visit_dated", "visit_moved", "visit_cancelled"]);
  await publish();
  valueIn(await inesPlans(stage, pursuitId, { day: "2026-10-29" }));
  expect(await toMentors()).toMatchObject([{ kind: "visit-news", recipient_mail: cast.theo.mail }]);
});

test("whoever is named to lead hears of it once the school has read them, and the visit leaves the calendar of who was", async () => {
  const { pursuitId, publish, nameTheo } = await mayaWasContacted();
  const { visitId } = valueIn(await inesPlans(stage, pursuitId));
  const { schoolId, districtId } = cast.ines;
  const job = { kind: "system", job: "contact-hosts", schoolId, districtId } as const;
  await nameTheo();
  const listingId = await publish();
  await stage.rows(
    `insert into engagements (school_id, district_id, pursuit_id, lead_mentor_id, state, basis)
      values ($1, $2, $3, $4, 'active', 'unpaid_educational')`,
    [schoolId, districtId, pursuitId, cast.maya.personId],
  );
  await stage.rows("update visits set entry_host = 'before.example'");
  for (let n = 0; n < 2; n++) valueIn(await contactHosts(stage.wiring, job, { listingId }));
  valueIn(
    await dateVisit(stage.wiring, staff("ines"), { visitId, place: PLACE, ...THURSDAY, from: "10:00", to: "11:00" }),
  );
  await sendMails(stage);
  const sent = await stage.rows(
    `select recipient_mail as to, state, coalesce(props ->> 'status', props ->> 'event') as what, props -> 'about' ->> 'sequence' as entry
      from mails where recipient_mentor_id is not null and kind in ('mentor-status', 'visit-news') order by created_at, id`,
  );
  expect(sent).toEqual([
    // Whoever leads the place no more by the time it leaves hears of no day.
    ...[{ to: cast.maya.mail, state: "suppressed", what: "dated", entry: "0" }],
    ...[{ to: cast.theo.mail, state: "sent", what: "leads_now", entry: null }],
    ...[{ to: cast.maya.mail, state: "sent", what: "not_yours", entry: "1" }],
    ...[{ to: cast.theo.mail, state: "sent", what: "dated", entry: "1" }],
    ...[{ to: cast.theo.mail, state: "sent", what: "moved", entry: "2" }],
  ]);
  const entries = await stage.rows<{ text: string }>(
    "select frozen_calendar ->> 'text' as text from mails where frozen_calendar is not null and recipient_mentor_id is not null",
  );
  expect(entries).not.toEqual([]);
  for (const { text } of entries) expect(text).toContain(`UID:visit-${visitId}@before.example`);
  expect(await stage.rows("select lead_mentor_id from engagements")).toEqual([{ lead_mentor_id: cast.theo.personId }]);
});

test("who was told of a student and leads no more can still be named in a report, and has a history", async () => {
  const { publish, nameTheo } = await mayaWasContacted();
  const { schoolId, districtId } = cast.ines;
  await nameTheo();
  const listingId = await publish();
  const job = { kind: "system", job: "contact-hosts", schoolId, districtId } as const;
  valueIn(await contactHosts(stage.wiring, job, { listingId }));
  const { schools } = valueIn(await openReport(stage.wiring, student("ana")));
  const named = schools.flatMap(({ people }) => people.map(({ value }) => value));
  expect(named).toEqual(expect.arrayContaining([`mentor:${cast.maya.personId}`, `mentor:${cast.theo.personId}`]));
  const own = { schoolId, mentorId: cast.maya.personId };
  await stage.rows("delete from clearances where mentor_id = $1", [cast.maya.personId]);
  expect(await withScope(stage.wiring, staff("ines"), (tx) => isMentorHeld(tx, own))).toBe(true);
});

test("without a consent that stands whoever comes to lead hears of nobody; once it is given again they do", async () => {
  const { publish, nameTheo } = await mayaWasContacted();
  const { schoolId, districtId } = cast.ines;
  await nameTheo();
  const listingId = await publish();
  const job = { kind: "system", job: "contact-hosts", schoolId, districtId } as const;
  const toTheo = () => stage.rows("select kind from mails where recipient_mail = $1", [cast.theo.mail]);
  const answered = "update consents set state = $1 where student_id = $2 and purpose = 'looking' and state = $3";
  await stage.rows(answered, ["refused", cast.ana.personId, "given"]);
  valueIn(await contactHosts(stage.wiring, job, { listingId }));
  expect(await toTheo()).toEqual([]);
  await stage.rows(answered, ["given", cast.ana.personId, "refused"]);
  valueIn(await contactHosts(stage.wiring, job, { listingId }));
  expect(await toTheo()).toEqual([{ kind: "mentor-status" }]);
});

test("a pair that came to be kept apart after the first contact: no visit and no news reach that relative", async () => {
  const { pursuitId } = await mayaWasContacted();
  await keepApart(cast.maya.personId);
  valueIn(await inesPlans(stage, pursuitId));
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  expect(await toMentors()).toEqual([]);
  expect(await hostTasks()).toEqual(
    ["visit_dated", "withdrawn", "visit_cancelled"].map((news) => ({
      ...{ news, why: "apart", mentorId: cast.maya.personId },
    })),
  );
  // The list of tasks has the names of now, and the task itself has none.
  const { tasks } = valueIn(await listTasks(stage.wiring, staff("ines"), { page: 1 }));
  expect(tasks.find(({ kind }) => kind === "tell_host")?.names).toMatchObject({
    ...{ student: cast.ana.name, mentor: cast.maya.name },
  });
  expect(JSON.stringify(await stage.rows("select props from staff_tasks where kind = 'tell_host'"))).not.toMatch(
    /Ana|Maya|2026-10-22|Elm Street/,
  );
});

test("on the host's page no day of the student stands for whom the school has not read or keeps apart, named or not", async () => {
  const { pursuitId, publish, nameTheo } = await mayaWasContacted();
  const { visitId } = valueIn(await inesPlans(stage, pursuitId));
  const read = async (actor: typeof maya) => {
    const { isTheirs, visits } = valueIn(await openFirstContact(stage.wiring, actor, { pursuitId }));
    return [isTheirs, visits.length];
  };
  expect(await read(maya)).toEqual(["yes", 1]);
  const link = await hostByLink(stage, pursuitId);
  const readByLink = async () => valueIn(await openFirstContact(stage.wiring, link, { pursuitId })).visits.length;
  expect(await readByLink()).toBe(1);
  // A colleague whom the placement does not name is nobody whom the school has read.
  expect(await read(theo)).toEqual(["no", 0]);
  const off = { pursuitId, visitId, reason: "No time." };
  expect(reasonIn(await callOffVisit(stage.wiring, theo, off))).toBe("not_found");
  await nameTheo();
  expect(await read(theo)).toEqual(["unread", 0]);
  expect([await read(maya), await readByLink()]).toEqual([["no", 0], 0]);
  await publish();
  expect(await read(theo)).toEqual(["yes", 1]);
  for (const [key, actor] of [
    ["theo", theo],
    ["maya", maya],
  ] as const) {
    await keepApart(cast[key].personId);
    expect(await read(actor)).toEqual(["no", 0]);
  }
  expect(await readByLink()).toBe(0);
});

test("a coordinator says on the page of a pursuit that they read who is named: mails go, and nothing is listed anew", async () => {
  const { pursuitId, nameTheo } = await mayaWasContacted();
  await stage.rows(
    "update listings set state = 'archived' where id = (select listing_id from pursuits where id = $1)",
    [pursuitId],
  );
  await nameTheo();
  const unread = async (by: ReturnType<typeof staff> | ReturnType<typeof student> = staff("ines")) =>
    valueIn(await openPursuit(stage.wiring, by, { pursuitId })).unread;
  expect(await unread()).toEqual([{ id: cast.theo.personId, name: cast.theo.name }]);
  expect(await unread(student("ana"))).toEqual([]);
  const read = (by: Parameters<typeof readMentors>[1], mentorIds: string[] = [cast.theo.personId]) =>
    readMentors(stage.wiring, by, { pursuitId, mentorIds });
  expect(reasonIn(await read(staff("ines"), [cast.maya.personId]))).toBe("names_changed");
  expect(reasonIn(await read(staff("tom")))).toBe("not_permitted");
  expect(reasonIn(await read(student("ana")))).toBe("not_permitted");
  expect(reasonIn(await read(staff("malik")))).toBe("not_found");
  expect(await unread()).toHaveLength(1);
  valueIn(await read(staff("ines")));
  valueIn(await read(staff("priya")));
  expect(await unread()).toEqual([]);
  valueIn(await inesPlans(stage, pursuitId));
  expect(await toMentors()).toMatchObject([{ recipient_mail: cast.theo.mail }]);
  expect(
    await stage.rows("select actor_id, evidence from audit_log where noun = 'listing' and transition = 'read_mentors'"),
  ).toEqual([{ actor_id: cast.ines.personId, evidence: `mentor ${cast.theo.personId}` }]);
  expect(
    await stage.rows("select state from listings where id = (select listing_id from pursuits where id = $1)", [
      pursuitId,
    ]),
  ).toEqual([{ state: "archived" }]);
});

test("a mail that waited ends where its reader is kept apart meanwhile, and a person looks at it", async () => {
  const { pursuitId } = await mayaWasContacted();
  valueIn(await inesPlans(stage, pursuitId));
  const [{ id } = { id: "" }] = await toMentors();
  await keepApart(cast.maya.personId);
  stage.wiring.clock.pass(1);
  expect(await deliverMail(stage.wiring, { mailId: id })).toBe("suppressed");
  expect(await readMail(stage.database, id)).toMatchObject({ state: "suppressed", handed_at: null });
  expect(stage.wiring.sent.map(({ key }) => key)).not.toContain(id);
  expect(await stage.rows("select kind from staff_tasks where subject_id = $1", [id])).toEqual([
    { kind: "mail_undeliverable" },
  ]);
});

test("a mail that waited ends where the lead is another one, whom nobody has read", async () => {
  const { pursuitId, nameTheo } = await mayaWasContacted();
  valueIn(await inesPlans(stage, pursuitId));
  const [{ id } = { id: "" }] = await toMentors();
  await nameTheo();
  stage.wiring.clock.pass(1);
  expect(await deliverMail(stage.wiring, { mailId: id })).toBe("suppressed");
});

test("the host who was written to still hears that it is over, after what they were told was taken back", async () => {
  const { pursuitId } = await mayaWasContacted();
  // Nobody has read Maya with a text of today; the first contact went to her.
  await stage.rows("update listings set reviewed_mentor_ids = '{}'");
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  const [{ id } = { id: "" }] = await toMentors();
  stage.wiring.clock.pass(1);
  expect(await deliverMail(stage.wiring, { mailId: id })).toBe("sent");
});

test("while the lead is suspended staff hear what the host does not", async () => {
  const { pursuitId } = await mayaWasContacted();
  valueIn(await suspendMentor(stage.wiring, staff("ines"), { mentorId: cast.maya.personId, reason: "x" }));
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  expect(await toMentors()).toEqual([]);
  expect(await hostTasks()).toEqual([{ news: "withdrawn", why: "suspended", mentorId: cast.maya.personId }]);
});

test("no offer is made or written down for a lead who is kept apart, and staff hear what waits", async () => {
  const { pursuitId } = await mayaWasContacted();
  await keepApart(cast.maya.personId);
  const host = await hostByLink(stage, pursuitId);
  const offer = { pursuitId, answer: "offer", message: "" } as const;
  expect(reasonIn(await respondToFirstContact(stage.wiring, host, offer))).toBe("lead_waits");
  const heard = { pursuitId, answer: "offer", channel: "phone", evidence: "Maya, today.", interpreter: "" } as const;
  expect(reasonIn(await recordAnswer(stage.wiring, staff("ines"), heard))).toBe("lead_waits");
  expect(await countRows(stage, "seat_holds")).toBe(0);
  expect(await hostTasks()).toEqual([{ news: "wants_offer", why: "apart", mentorId: cast.maya.personId }]);
  await stage.rows("delete from forbidden_pairs");
  valueIn(await respondToFirstContact(stage.wiring, host, offer));
  expect(await openHostTasks()).toEqual([]);
});

test("no engagement begins with a lead who is kept apart; the student may still say no", async () => {
  const pursuitId = await anaOffered(stage);
  await keepApart(cast.maya.personId);
  const take = { pursuitId, answer: "take" } as const;
  expect(reasonIn(await answerOffer(stage.wiring, student("ana"), take))).toBe("lead_waits");
  expect(await countRows(stage, "engagements")).toBe(0);
  expect(await hostTasks()).toEqual([{ news: "takes_offer", why: "apart", mentorId: cast.maya.personId }]);
  // Somebody else's press opens nothing.
  await stage.rows("delete from staff_tasks");
  expect(reasonIn(await answerOffer(stage.wiring, student("hodan"), take))).toBe("not_found");
  expect(await hostTasks()).toEqual([]);
  valueIn(await answerOffer(stage.wiring, student("ana"), { pursuitId, answer: "no_thanks" }));
  expect(await listMails(stage, "mentor-status")).toEqual([]);
});

test("no engagement begins with a lead whom nobody has read, until a coordinator has", async () => {
  const { pursuitId, publish, nameTheo } = await mayaWasContacted();
  const host = await hostByLink(stage, pursuitId);
  valueIn(await respondToFirstContact(stage.wiring, host, { pursuitId, answer: "offer", message: "" }));
  await nameTheo();
  const take = { pursuitId, answer: "take" } as const;
  expect(reasonIn(await answerOffer(stage.wiring, student("ana"), take))).toBe("lead_waits");
  expect(await openHostTasks()).toEqual([{ news: "takes_offer", why: "unread" }]);
  valueIn(await readMentors(stage.wiring, staff("ines"), { pursuitId, mentorIds: [cast.theo.personId] }));
  expect(await openHostTasks()).toEqual([{ news: "takes_offer", why: "read" }]);
  await publish();
  valueIn(await answerOffer(stage.wiring, student("ana"), take));
  expect(await stage.rows("select lead_mentor_id from engagements")).toEqual([{ lead_mentor_id: cast.theo.personId }]);
});
