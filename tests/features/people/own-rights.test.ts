import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openReport } from "~/features/concerns/open-report.server";
import { openGuardianHome } from "~/features/consents/open-guardian-home.server";
import { handOverRights } from "~/features/people/hand-over-rights.server";
import { letFamilySee } from "~/features/people/let-family-see.server";
import { listOwnFamily } from "~/features/people/list-own-family.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { respondToFirstContact } from "~/features/pursuits/respond-to-first-contact.server";
import { type CastKey, cast, castActor } from "~db/cast";
import { anaApproved, anaOffered, staff, student } from "../../support/pursuit-way";
import {
  giveLooking,
  hostByLink,
  lakeviewListing,
  listMails,
  NOBODY,
  openStage,
  reasonIn,
  type Stage,
  setLakeview,
  valueIn,
} from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("update guardian_links set student_lets_see = false");
  await stage.rows("update students set rights_moved_at = null where id = $1", [cast.ana.personId]);
  await bornOn("ana", "2008-10-16");
});
afterAll(() => stage.close());

const bornOn = (key: CastKey, day: string) =>
  stage.rows("update people set born_on = $2 where id = $1", [(cast[key] as typeof cast.ana).personId, day]);
const told = async () => (await listMails(stage, "own-rights")).map(({ to, props }) => [to, props.reader]);
const consents = () =>
  stage.rows<{ guardian_id: string; purpose: string; state: string }>(
    "select guardian_id, purpose, state from consents where student_id = $1 order by requested_at, id",
    [cast.ana.personId],
  );
/** Whom staff are to tell, and what. */
const toTell = async () =>
  (
    await stage.rows<{ person: string; news: string }>(
      `select props ->> 'personId' as person, props ->> 'news' as news from staff_tasks
       where kind = 'tell_family' and state = 'open' order by opened_at, id`,
    )
  ).map(({ person, news }) => [person, news]);
const handedOver = () => handOverRights(stage.wiring);

test("on the eighteenth birthday the student and the family are told once, and the student is asked what the family was asked", async () => {
  await anaApproved(stage);
  expect(await handedOver()).toBe(0);
  await bornOn("ana", "2008-10-15");
  expect((await Promise.all([handedOver(), handedOver()])).reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await handedOver()).toBe(0);
  expect((await told()).sort()).toEqual(
    [
      [cast.ana.mail, "student"],
      [cast.rosa.mail, "family"],
    ].sort(),
  );
  expect(await consents()).toEqual([
    { guardian_id: cast.rosa.personId, purpose: "looking", state: "superseded" },
    { guardian_id: cast.ana.personId, purpose: "looking", state: "requested" },
  ]);
  expect(
    await stage.rows("select transition, actor_kind from audit_log where noun = 'student' and noun_id = $1", [
      cast.ana.personId,
    ]),
  ).toContainEqual({ transition: "own_rights", actor_kind: "system" });
});

test("what runs goes on, and the student is asked anew for it", async () => {
  const pursuitId = await anaOffered(stage);
  await bornOn("ana", "2008-10-15");
  expect(await handedOver()).toBe(1);
  expect(await stage.rows("select state from pursuits where id = $1", [pursuitId])).toEqual([{ state: "offered" }]);
  expect(await consents()).toContainEqual({ guardian_id: cast.ana.personId, purpose: "looking", state: "requested" });
});

test("nobody is told at night, nobody who came to the school at 18, and staff tell whom no mail reaches", async () => {
  await bornOn("ana", "2008-10-15");
  await setLakeview(stage, { quietFromHour: 0, quietToHour: 23 });
  expect(await handedOver()).toBe(0);
  await setLakeview(stage, {});
  await stage.rows("update students set entered_on = '2026-10-15' where id = $1", [cast.ana.personId]);
  expect(await handedOver()).toBe(0);
  await stage.rows("update students set entered_on = '2026-10-14' where id = $1", [cast.ana.personId]);
  await stage.rows("update people set language = 'so' where id = $1", [cast.rosa.personId]);
  expect(await handedOver()).toBe(1);
  await stage.rows("update people set language = 'es' where id = $1", [cast.rosa.personId]);
  expect(await told()).toEqual([[cast.ana.mail, "student"]]);
  const tasks = await stage.rows<{ props: object }>("select props from staff_tasks where kind = 'tell_family'");
  expect(tasks.map(({ props }) => props)).toEqual([
    { personId: cast.rosa.personId, studentId: cast.ana.personId, language: "so", news: "rights_moved" },
  ]);
});

test("a birthday that was wrong is taken back: the family is asked again, staff tell of it, and the true one comes as if nothing had been", async () => {
  await anaApproved(stage);
  await bornOn("ana", "2008-10-15");
  expect(await handedOver()).toBe(1);
  await bornOn("ana", "2008-10-16");
  expect((await Promise.all([handedOver(), handedOver()])).reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await handedOver()).toBe(0);
  expect(await consents()).toEqual([
    { guardian_id: cast.rosa.personId, purpose: "looking", state: "superseded" },
    { guardian_id: cast.ana.personId, purpose: "looking", state: "superseded" },
    { guardian_id: cast.rosa.personId, purpose: "looking", state: "requested" },
  ]);
  expect(await toTell()).toEqual([
    [cast.ana.personId, "rights_returned"],
    [cast.rosa.personId, "rights_returned"],
  ]);
  stage.wiring.clock.set(new Date("2026-10-16T19:00:00Z"));
  expect(await handedOver()).toBe(1);
  expect(await told()).toHaveLength(4);
});

test("whom staff were still to tell of the wrong birthday hears nothing of either", async () => {
  await stage.rows("update people set language = 'so' where id = $1", [cast.rosa.personId]);
  await bornOn("ana", "2008-10-15");
  expect(await handedOver()).toBe(1);
  await bornOn("ana", "2008-10-16");
  expect(await handedOver()).toBe(1);
  await stage.rows("update people set language = 'es' where id = $1", [cast.rosa.personId]);
  expect(await toTell()).toEqual([[cast.ana.personId, "rights_returned"]]);
});

test("a student is asked also where nobody of the family could be", async () => {
  const rosaMayConsent = (may: boolean) =>
    stage.rows("update guardian_links set may_consent = $2 where guardian_id = $1", [cast.rosa.personId, may]);
  await rosaMayConsent(false);
  await anaApproved(stage);
  await rosaMayConsent(true);
  expect(await consents()).toEqual([]);
  await bornOn("ana", "2008-10-15");
  expect(await handedOver()).toBe(1);
  expect(await consents()).toEqual([{ guardian_id: cast.ana.personId, purpose: "looking", state: "requested" }]);
  expect(await stage.rows("select state from staff_tasks where kind = 'no_guardian'")).toEqual([{ state: "done" }]);
});

/** Minh, who is 18, was offered the clinic; answers what his mother Lan reads of him. */
async function minhOffered() {
  await giveLooking(stage, "minh", "minh");
  const asked = { listingId: lakeviewListing("clinic-care"), note: "" };
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("minh"), asked));
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  const offer = async () => {
    const host = await hostByLink(stage, pursuitId);
    valueIn(await respondToFirstContact(stage.wiring, host, { pursuitId, answer: "offer", message: "" }));
  };
  const lanReads = async () => {
    const { children } = await openGuardianHome(stage.wiring, castActor(cast.lan));
    return children.flatMap(({ pursuits }) => pursuits.map(({ state, title }) => [state, title !== null]));
  };
  const { family } = valueIn(await listOwnFamily(stage.wiring, student("minh")));
  const linkId = family[0]?.linkId ?? "";
  return { offer, lanReads, choose: { linkId, sight: "show" as const } };
}

const lanMayName = async () => JSON.stringify(valueIn(await openReport(stage.wiring, castActor(cast.lan))).schools);

test("a student of 18 lets a mother read on, without the place if she may not know it, and takes it back", async () => {
  const { offer, lanReads, choose } = await minhOffered();
  expect(await lanReads()).toEqual([]);
  // Nor does the form of a report name the mentor, who says where Minh is.
  expect(await lanMayName()).not.toContain(cast.maya.personId);
  valueIn(await letFamilySee(stage.wiring, student("minh"), choose));
  expect(await lanMayName()).toContain(cast.maya.personId);
  const lanMayRead = (may: boolean) =>
    stage.rows("update guardian_links set may_see_records = $2 where id = $1", [choose.linkId, may]);
  await lanMayRead(false);
  expect(await lanMayName()).not.toContain(cast.maya.personId);
  await lanMayRead(true);
  valueIn(await letFamilySee(stage.wiring, student("minh"), choose));
  expect(await lanReads()).toEqual([["contacted", true]]);
  await offer();
  // Nobody has written mails in Vietnamese: staff tell her.
  const news = await stage.rows<{ props: object }>("select props from staff_tasks where kind = 'tell_family'");
  expect(news).toMatchObject([{ props: { personId: cast.lan.personId, news: "offered" } }]);
  await stage.rows("update guardian_links set may_know_whereabouts = false where id = $1", [choose.linkId]);
  expect(await lanReads()).toEqual([["offered", false]]);
  await stage.rows("update guardian_links set may_know_whereabouts = true where id = $1", [choose.linkId]);
  valueIn(await letFamilySee(stage.wiring, student("minh"), { ...choose, sight: "hide" }));
  expect(await lanReads()).toEqual([]);
  const acts = await stage.rows<{ transition: string }>(
    "select transition from audit_log where noun = 'guardian_link' and noun_id = $1 order by at, id",
    [choose.linkId],
  );
  expect(acts.map(({ transition }) => transition)).toEqual(["show_records", "hide_records"]);
});

test("nobody else chooses it, nobody under 18, and nobody for whom a legal document keeps out", async () => {
  const { choose } = await minhOffered();
  for (const actor of [castActor(cast.lan), staff("ines"), castActor(cast.maya)])
    expect(reasonIn(await letFamilySee(stage.wiring, actor, choose))).toBe("not_permitted");
  expect(reasonIn(await letFamilySee(stage.wiring, student("minh"), { ...choose, linkId: NOBODY }))).toBe("not_found");
  expect(valueIn(await listOwnFamily(stage.wiring, student("ana")))).toEqual({ decidesAlone: false, family: [] });
  expect(reasonIn(await letFamilySee(stage.wiring, student("ana"), choose))).toBe("not_of_age");
  await bornOn("ana", "2008-10-15");
  expect(reasonIn(await letFamilySee(stage.wiring, student("ana"), choose))).toBe("not_found");
  await stage.rows("update guardian_links set may_see_records = false where id = $1", [choose.linkId]);
  expect(reasonIn(await letFamilySee(stage.wiring, student("minh"), choose))).toBe("not_found");
  await stage.rows("update guardian_links set may_see_records = true where id = $1", [choose.linkId]);
});
