import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { recordConsent } from "~/features/consents/record-consent.server";
import { claimMail } from "~/features/mail/claim-mail.server";
import { deliverMail } from "~/features/mail/deliver-mail.server";
import { renderAndFreeze } from "~/features/mail/freeze-mail.server";
import { listFirstContacts } from "~/features/mentors/list-first-contacts.server";
import { answerSuggestion } from "~/features/pursuits/answer-suggestion.server";
import { openFirstContact } from "~/features/pursuits/open-first-contact.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast, castActor } from "~db/cast";
import { markHanded } from "~db/mail-delivery.server";
import { withSystem } from "~db/scope.server";
import { approvePair } from "../../support/approve-pair";
import { anaApproved, anaContacted, staff, student } from "../../support/pursuit-way";
import {
  countRows,
  giveLooking,
  lakeviewListing,
  listMails,
  listTaskKinds,
  openStage,
  readPursuit,
  type Stage,
  sendMails,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ connections: 20 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const listingId = lakeviewListing("clinic-care");
const pair = { studentId: cast.ana.personId, listingId };
type Part = "student" | "coordinator" | "family";

/** One part of what a first contact needs happens, whatever has happened before it. */
async function happens(part: Part): Promise<void> {
  if (part === "coordinator") valueIn(await approvePair(stage, staff("ines"), pair));
  if (part === "family") await familyAgrees();
  if (part === "student") {
    const [suggested] = await stage.rows<{ id: string }>("select id from pursuits where state = 'suggested'");
    if (suggested)
      valueIn(await answerSuggestion(stage.wiring, student("ana"), { pursuitId: suggested.id, answer: "want" }));
    else valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId, note: "" }));
  }
}

/** Rosa's signed letter is recorded where she was asked; else she had said yes before, for another placement. */
async function familyAgrees(): Promise<void> {
  const [asked] = await stage.rows<{ id: string }>("select id from consents where state = 'requested'");
  if (asked) await record(asked.id, "give");
  else await giveLooking(stage, "ana", "rosa");
}

async function record(consentId: string, answer: "give" | "refuse" | "revoke"): Promise<void> {
  const signed = { signedName: "Rosa Reyes", relationship: "mother", interpreter: "", evidence: "Scan 12" };
  const on = "2026-10-15";
  valueIn(await recordConsent(stage.wiring, staff("ines"), { consentId, answer, channel: "paper", on, ...signed }));
}

/** Everything that has reached a host, or would the moment a worker runs. */
async function toldToHosts() {
  await sendMails(stage);
  const hosts = await stage.rows<{ value: string }>("select value from mentor_contact_points");
  const addresses = new Set(hosts.map(({ value }) => value));
  return {
    mails: stage.wiring.sent.filter(({ to }) => addresses.has(to)).map(({ kind, to }) => `${kind} ${to}`),
    disclosures: await countRows(stage, "disclosures"),
    links: (await stage.rows("select id from identity.links where kind = 'first-contact'")).length,
    contacts: (await listFirstContacts(stage.wiring, castActor(cast.maya))).length,
  };
}
const NOTHING = { mails: [], disclosures: 0, links: 0, contacts: 0 };
beforeEach(() => {
  stage.wiring.sent.length = 0;
});

const orders: Part[][] = [
  ["student", "coordinator", "family"],
  ["student", "family", "coordinator"],
  ["coordinator", "student", "family"],
  ["coordinator", "family", "student"],
  ["family", "student", "coordinator"],
  ["family", "coordinator", "student"],
];

test.each(orders)("no host hears of a student before the third of %s, %s and %s", async (first, second, third) => {
  await happens(first);
  expect(await toldToHosts()).toEqual(NOTHING);
  await happens(second);
  expect(await toldToHosts()).toEqual(NOTHING);
  await happens(third);
  expect(await toldToHosts()).toEqual({
    mails: [`first-contact ${cast.maya.mail}`],
    disclosures: 1,
    links: 1,
    contacts: 1,
  });
});

test.each<{ missing: string; without: string }>([
  { missing: "a yes that has run out", without: "update consents set valid_until = '2026-10-14'" },
  { missing: "a yes for another purpose", without: "update consents set purpose = 'photo'" },
  {
    missing: "a yes about a brother or sister",
    without: `update consents set student_id = '${cast.jada.personId}'`,
  },
  {
    missing: "a yes of somebody who is no guardian of the student",
    without: `update consents set guardian_id = '${cast.monique.personId}'`,
  },
  { missing: "a yes that is only asked for", without: "update consents set state = 'requested'" },
  { missing: "a refusal", without: "update consents set state = 'refused'" },
  { missing: "a revoked yes", without: "update consents set state = 'revoked'" },
  { missing: "a superseded yes", without: "update consents set state = 'superseded'" },
])("with $missing in place of a standing yes the approval waits", async ({ without }) => {
  await giveLooking(stage, "ana", "rosa");
  await stage.rows(without);
  const pursuitId = await anaApproved(stage);
  expect(await toldToHosts()).toEqual(NOTHING);
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "approved" });
});

test.each<{ missing: string; without: string; back: string }>([
  {
    missing: "a right to consent",
    without: `update guardian_links set may_consent = false where guardian_id = '${cast.rosa.personId}'`,
    back: `update guardian_links set may_consent = true where guardian_id = '${cast.rosa.personId}'`,
  },
  {
    missing: "a link to the guardian that still holds",
    without: `update guardian_links set to_on = '2026-10-14' where guardian_id = '${cast.rosa.personId}'`,
    back: `update guardian_links set to_on = null where guardian_id = '${cast.rosa.personId}'`,
  },
  {
    missing: "a mentor who is not suspended",
    without: `update mentors set suspended_at = now() where id = '${cast.maya.personId}'`,
    back: `update mentors set suspended_at = null where id = '${cast.maya.personId}'`,
  },
  {
    missing: "an address of the mentor that takes mail",
    without: `update mentor_contact_points set undeliverable_at = now() where mentor_id = '${cast.maya.personId}'`,
    back: `update mentor_contact_points set undeliverable_at = null where mentor_id = '${cast.maya.personId}'`,
  },
  {
    missing: "a pair that nobody forbade",
    without: `insert into forbidden_pairs (school_id, student_id, district_id, mentor_id, reason)
      values ('${cast.ana.schoolId}', '${cast.ana.personId}', '${cast.ana.districtId}', '${cast.maya.personId}', 'relative')`,
    back: `delete from forbidden_pairs where student_id = '${cast.ana.personId}'`,
  },
])("without $missing the approval waits, though everybody has said yes", async ({ without, back }) => {
  await giveLooking(stage, "ana", "rosa");
  await stage.rows(without);
  const pursuitId = await anaApproved(stage);
  const told = await toldToHosts();
  await stage.rows(back);
  expect(told).toEqual(NOTHING);
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "approved" });
});

test("a student of 18 consents alone: a mother's yes does not speak for him", async () => {
  await giveLooking(stage, "minh", "lan");
  const input = { listingId: lakeviewListing("clinic-care"), note: "" };
  valueIn(await requestPursuit(stage.wiring, student("minh"), input));
  valueIn(await approvePair(stage, staff("ines"), { ...pair, studentId: cast.minh.personId }));
  expect(await toldToHosts()).toEqual(NOTHING);
});

test("a consent that comes after the listing was paused does not reach the host", async () => {
  await anaApproved(stage);
  await stage.rows("update listings set state = 'paused' where id = $1", [listingId]);
  await familyAgrees();
  const told = await toldToHosts();
  await stage.rows("update listings set state = 'published' where id = $1", [listingId]);
  expect(told).toEqual(NOTHING);
});

test("a yes that is taken back before the mail leaves stops the mail: the host never hears of the student", async () => {
  await happens("student");
  await happens("coordinator");
  await familyAgrees();
  const [consent] = await stage.rows<{ id: string }>("select id from consents where state = 'given'");
  await record(consent?.id ?? "", "revoke");
  await sendMails(stage);
  expect(stage.wiring.sent.filter(({ to }) => to === cast.maya.mail)).toEqual([]);
  expect(await listFirstContacts(stage.wiring, castActor(cast.maya))).toEqual([]);
  expect(await stage.rows("select state, props from mails where kind = 'first-contact'")).toEqual([
    { state: "suppressed", props: {} },
  ]);
  expect(await stage.rows("select state from pursuits")).toEqual([{ state: "withdrawn" }]);
});

test("a yes that is taken back after the mail left ends what the host may read, and the host is told once", async () => {
  const consentId = await giveLooking(stage, "ana", "rosa");
  const pursuitId = await anaApproved(stage);
  await sendMails(stage);
  await record(consentId, "revoke");
  await sendMails(stage);
  expect(stage.wiring.sent.filter(({ to }) => to === cast.maya.mail).map(({ kind }) => kind)).toEqual([
    "first-contact",
    "mentor-status",
  ]);
  expect(await openFirstContact(stage.wiring, castActor(cast.maya), { pursuitId })).toMatchObject({ ok: false });
});

/** Both parents were asked; the mother has said yes, so that a first contact waits to leave. Answers the father's request. */
async function jadaWaitsForHerFather(): Promise<{ pursuitId: string; fathers: string }> {
  const input = { listingId, note: "" };
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("jada"), input));
  valueIn(await approvePair(stage, staff("ines"), { ...pair, studentId: cast.jada.personId }));
  const asked = await stage.rows<{ id: string; guardian_id: string }>("select id, guardian_id from consents");
  const idOf = (guardianId: string) => asked.find((row) => row.guardian_id === guardianId)?.id ?? "";
  await record(idOf(cast.monique.personId), "give");
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "contacted" });
  return { pursuitId, fathers: idOf(cast.derek.personId) };
}

test("another parent's no before the mail leaves stops it: the approval waits, with its place, until the family is one", async () => {
  const { pursuitId, fathers } = await jadaWaitsForHerFather();
  await record(fathers, "refuse");
  await sendMails(stage);
  expect(stage.wiring.sent.filter(({ to }) => to === cast.maya.mail)).toEqual([]);
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "approved", contacted_at: null });
  expect(await countRows(stage, "pursuit_places")).toBe(1);
  expect(await listTaskKinds(stage)).toContain("consent_refused");
  stage.wiring.clock.pass(60);
  await record(fathers, "give");
  await sendMails(stage);
  expect(stage.wiring.sent.filter(({ to }) => to === cast.maya.mail).map(({ kind }) => kind)).toEqual([
    "first-contact",
  ]);
  expect(await listFirstContacts(stage.wiring, castActor(cast.maya))).toMatchObject([{ firstName: "Jada" }]);
});

test("another parent's no after the mail left changes nothing for the host and is a task for staff", async () => {
  const { pursuitId, fathers } = await jadaWaitsForHerFather();
  await sendMails(stage);
  await record(fathers, "refuse");
  expect(await readPursuit(stage, pursuitId)).toMatchObject({ state: "contacted" });
  expect(await listTaskKinds(stage)).toContain("consent_refused");
});

test("a withdrawal while a worker holds the mail stops it, and what it had rendered is not kept", async () => {
  const pursuitId = await anaContacted(stage);
  const [row] = await stage.rows<{ id: string }>("select id from mails where kind = 'first-contact'");
  const claim = await claimMail(stage.wiring, row?.id ?? "");
  if (claim.is !== "ours") throw new Error("the mail was free");
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }));
  await renderAndFreeze(stage.wiring, claim.mail);
  const lease = { mailId: claim.mail.id, lease: claim.mail.attempts, now: stage.wiring.clock.now() };
  expect(await withSystem(stage.wiring, (tx) => markHanded(tx, lease))).toBeUndefined();
  expect(await stage.rows("select state, frozen_html, frozen_text from mails where kind = 'first-contact'")).toEqual([
    { state: "suppressed", frozen_html: null, frozen_text: null },
  ]);
  expect(await listMails(stage, "mentor-status")).toEqual([]);
});

test("a withdrawal and the worker at once: the host hears both that it begins and that it ends, or nothing", async () => {
  for (let round = 0; round < 8; round += 1) {
    await stage.clear();
    stage.wiring.sent.length = 0;
    const pursuitId = await anaContacted(stage);
    const [mail] = await stage.rows<{ id: string }>("select id from mails where kind = 'first-contact'");
    await Promise.all([
      deliverMail(stage.wiring, { mailId: mail?.id ?? "" }),
      withdrawPursuit(stage.wiring, student("ana"), { pursuitId, reason: "" }),
    ]);
    await sendMails(stage);
    const told = stage.wiring.sent.filter(({ to }) => to === cast.maya.mail).map(({ kind }) => kind);
    expect([[], ["first-contact", "mentor-status"]]).toContainEqual(told);
  }
});

test("no mail to a host carries more than the first name", async () => {
  await anaContacted(stage);
  await sendMails(stage);
  const [mail] = stage.wiring.sent.filter(({ to }) => to === cast.maya.mail);
  const everything = JSON.stringify(mail);
  expect(everything).toContain("Ana");
  for (const hidden of ["Reyes", cast.ana.mail, "Rosa", cast.ana.personId, "I love animals", "Tom Okafor"])
    expect(everything).not.toContain(hidden);
});

test("each disclosure names the consent it rests on, and is in the audit log with it", async () => {
  const consentId = await giveLooking(stage, "ana", "rosa");
  const pursuitId = await anaApproved(stage);
  expect(await stage.rows("select pursuit_id, consent_id, mentor_id from disclosures")).toEqual([
    { pursuit_id: pursuitId, consent_id: consentId, mentor_id: cast.maya.personId },
  ]);
  expect(await stage.rows("select noun_id, evidence from audit_log where transition = 'disclose'")).toEqual([
    { noun_id: pursuitId, evidence: `consent ${consentId}` },
  ]);
});
