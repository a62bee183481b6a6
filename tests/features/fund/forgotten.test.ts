import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openLink } from "~/features/accounts/open-link.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { disburseAllocation } from "~/features/fund/disburse-allocation.server";
import { forgetDonor } from "~/features/fund/forget-donor.server";
import { listFundEntries } from "~/features/fund/list-fund-entries.server";
import { openFundGift } from "~/features/fund/open-fund-gift.server";
import { openGift } from "~/features/fund/open-gift.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { recordCheque } from "~/features/fund/record-cheque.server";
import { startGift } from "~/features/fund/start-gift.server";
import { takeChequeFor } from "~/features/fund/take-cheque-for.server";
import { viewOf } from "~/routes/coordinator.fund.gifts.$giftId/view.server";
import { cast, castActor } from "~db/cast";
import { aWish, balances, donor, type FundStage, happens, openFundStage, paidGift } from "../../support/fund";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const everything = async (table: string) => JSON.stringify(await stage.rows(`select t::text as row from ${table} t`));
const everyTable = async () =>
  (
    await stage.rows<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity') order by 1",
    )
  ).map(({ name }) => name);

test("a donor who is forgotten leaves no name, address, number or mail anywhere; the money stays", async () => {
  const wish = aWish({ payLater: true, donorName: "Quirina Voss", donorMail: "quirina@example.org", formKey: NOBODY });
  const { giftId } = valueIn(await startGift(stage.wiring, donor, wish));
  const whyMore = "A bequest of Ms Voss";
  const cheque = { giftId, amount: "10000.01", chequeNumber: "QV-4471", receivedOn: "2026-10-14", whyMore };
  expect(reasonIn(await forgetDonor(stage.wiring, priya, { giftId }))).toBe("under_way");
  valueIn(await takeChequeFor(stage.wiring, priya, cheque));
  const before = await balances(stage);
  valueIn(await forgetDonor(stage.wiring, priya, { giftId }));
  for (const table of await everyTable())
    expect([table, await everything(table)]).toEqual([table, expect.not.stringMatching(/quirina|voss|QV-4471/i)]);
  const [left] = await stage.rows("select donor_key, form_digest, link_ids from gifts");
  expect(left).toEqual({ donor_key: "", form_digest: "", link_ids: [] });
  expect(await balances(stage)).toEqual(before);
  expect(valueIn(await listFundEntries(stage.wiring, ines, { giftId })).lines.length).toBeGreaterThan(0);
  // the link by which they came opens it no more
  expect(reasonIn(await openGift(stage.wiring, donor, { giftId }))).toBe("not_found");
});

test("a check that was entered by itself leaves no word of its donor either", async () => {
  const typed = {
    purpose: "transit",
    donorName: "Quirina Voss",
    chequeNumber: "QV-4471",
    receivedOn: "2026-10-14",
  } as const;
  const cheque = { ...typed, amount: "10000.01", whyMore: "A bequest of Ms Voss" };
  const { giftId } = valueIn(await recordCheque(stage.wiring, priya, cheque));
  expect(await everything("gift_cheques")).toMatch(/QV-4471.*Voss/);
  valueIn(await forgetDonor(stage.wiring, priya, { giftId }));
  for (const table of await everyTable())
    expect([table, await everything(table)]).toEqual([table, expect.not.stringMatching(/quirina|voss|QV-4471/i)]);
});

test("a check that comes for a donor who was forgotten before is forgotten like the first, and nothing of it is left", async () => {
  const wish = aWish({ donorName: "Quirina Voss", donorMail: "quirina@example.org" });
  const { giftId } = valueIn(await startGift(stage.wiring, donor, wish));
  const mayForget = async () => viewOf(valueIn(await openFundGift(stage.wiring, priya, { giftId }))).mayForget;
  valueIn(await forgetDonor(stage.wiring, priya, { giftId }));
  expect(await mayForget()).toBe(false);
  const cheque = { giftId, chequeNumber: "QV-4472", receivedOn: "2026-10-14", whyMore: "Ms Voss sent it" };
  valueIn(await takeChequeFor(stage.wiring, priya, { ...cheque, amount: "10000.01", formKey: NOBODY }));
  expect(await everything("gift_cheques")).toMatch(/QV-4472.*Voss/);
  expect(await mayForget()).toBe(true);
  const before = await balances(stage);
  valueIn(await forgetDonor(stage.wiring, priya, { giftId }));
  for (const table of await everyTable())
    expect([table, await everything(table)]).toEqual([table, expect.not.stringMatching(/quirina|voss|QV-4472/i)]);
  expect(await stage.rows("select number, why_more, form_digest from gift_cheques")).toEqual([
    { number: "", why_more: "", form_digest: "" },
  ]);
  const acts = await stage.rows("select transition, evidence from audit_log where noun = 'gift' order by at, id");
  expect(acts.map(({ transition }) => transition)).toEqual(expect.arrayContaining(["cheque", "forget donor"]));
  expect(await balances(stage)).toEqual(before);
  expect(await mayForget()).toBe(false);
});

test("a payment that changes after its donor is forgotten is still booked, and nobody is written to", async () => {
  const { giftId, charge } = await paidGift(stage);
  valueIn(await forgetDonor(stage.wiring, priya, { giftId }));
  await happens(stage, charge, "refund_half");
  expect(await balances(stage)).toMatchObject({ stripe: 4_680, available: -4_680 });
  expect(await stage.rows("select recipient_mail as to, state, props from mails")).toEqual([
    { to: "forgotten", state: "suppressed", props: {} },
  ]);
});

test("only an admin of the school forgets its donors", async () => {
  const { giftId } = await paidGift(stage);
  for (const stranger of [cast.ines, cast.tom, cast.ingrid, cast.rosa])
    expect(reasonIn(await forgetDonor(stage.wiring, castActor(stranger), { giftId }))).toBe("not_permitted");
  expect(reasonIn(await forgetDonor(stage.wiring, castActor(cast.walter), { giftId }))).toBe("not_found");
  const [gift] = await stage.rows("select donor_name from gifts");
  expect(gift).toEqual({ donor_name: "Bo Lind" });
});

test("a student who is erased takes need, receipt and the office's decision along; what was paid stays in the books", async () => {
  await paidGift(stage, { purpose: "tools" });
  const [student] = await stage.rows<{ id: string }>(
    `with person as (insert into people (school_id, full_name, name_used) values ($1, 'Pia Berg', 'Pia') returning school_id, id)
      insert into students (school_id, district_id, id, grade) select school_id, $2, id, 10 from person returning id`,
    [ines.schoolId, ines.districtId],
  );
  const studentId = student?.id ?? "";
  const wish = { studentId, purpose: "tools", amount: "40", need: "Shoes for Pia.", businessDecision: "Memo on Pia" };
  const form = { ...wish, purpose: "tools", formKey: NOBODY } as const;
  const { allocationId } = valueIn(await proposeAllocation(stage.wiring, ines, form));
  valueIn(await decideAllocation(stage.wiring, priya, { allocationId, decision: "approve" }));
  const receipt = { allocationId, amount: "38.50", paidOn: "2026-10-15", evidence: "Receipt of Pia Berg" };
  valueIn(await disburseAllocation(stage.wiring, ines, { ...receipt, confirmed: true }));
  const before = await balances(stage);
  await stage.rows("delete from students where id = $1", [studentId]);
  for (const table of ["fund_allocations", "fund_entries", "fund_lines"])
    expect([table, await everything(table)]).toEqual([table, expect.not.stringMatching(/pia|berg/i)]);
  expect(await balances(stage)).toEqual(before);
  expect(before).toMatchObject({ disbursed: 3_850 });
  const { lines } = valueIn(await listFundEntries(stage.wiring, ines, { allocationId }));
  expect(lines.some(({ account }) => account === "disbursed")).toBe(true);
});

test("the link of a mail opens its own gift; a gift of which no link is noted is opened by none", async () => {
  const { giftId } = valueIn(await startGift(stage.wiring, donor, aWish({ payLater: true })));
  const [mail] = await stage.rows<{ link: string }>("select props->>'link' as link from mails");
  const token = /give\/([\w-]{43})\//.exec(mail?.link ?? "")?.[1] ?? "";
  const opened = valueIn(await openLink(stage.wiring, { token, kinds: ["give"] }));
  if (opened.kind !== "link") throw new Error("no link");
  valueIn(await openGift(stage.wiring, opened, { giftId }));
  await stage.rows("update gifts set link_ids = null");
  for (const bearer of [donor, opened])
    expect(reasonIn(await openGift(stage.wiring, bearer, { giftId }))).toBe("not_found");
});
