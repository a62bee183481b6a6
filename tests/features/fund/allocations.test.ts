import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { type Disbursement, disburseAllocation } from "~/features/fund/disburse-allocation.server";
import { type AllocationWish, proposeAllocation } from "~/features/fund/propose-allocation.server";
import { sayOrigin } from "~/features/fund/say-origin.server";
import { startGift } from "~/features/fund/start-gift.server";
import { cast, castActor } from "~db/cast";
import {
  ACCOUNT,
  aWish,
  balances,
  type FundStage,
  happens,
  openFundStage,
  openSession,
  paidGift,
} from "../../support/fund";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage({ connections: 24 });
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);
const wish = (own: Partial<AllocationWish> = {}): AllocationWish => ({
  studentId: cast.jada.personId,
  purpose: "transit",
  amount: "40",
  need: "A bus pass for the term.",
  businessDecision: "",
  ...own,
});
const propose = async (own?: Partial<AllocationWish>) =>
  valueIn(await proposeAllocation(stage.wiring, ines, wish(own))).allocationId;
const approve = (allocationId: string, by = priya) =>
  decideAllocation(stage.wiring, by, { allocationId, decision: "approve" });
const paid = (allocationId: string, own: Partial<Disbursement> = {}): Disbursement => ({
  ...{ allocationId, amount: "40", paidOn: "2026-10-15", evidence: "Invoice 4471", confirmed: true },
  ...own,
});

/** A stipend gift of which staff have said that it is from no organisation of theirs; answers its id. */
async function stipendOfNobody(): Promise<string> {
  const { giftId } = await paidGift(stage, { purpose: "stipend" });
  valueIn(await sayOrigin(stage.wiring, ines, { giftId, organisationId: null }));
  return giftId;
}

/** A student whose placement is accepted, on this basis. */
async function someoneAt(basis: string): Promise<string> {
  const [row] = await stage.rows<{ student_id: string }>(
    `select p.student_id from pursuits p join engagements e on e.school_id = p.school_id and e.pursuit_id = p.id
      where p.state = 'accepted' and p.school_id = $1 order by p.id limit 1`,
    [ines.schoolId],
  );
  if (!row) throw new Error("nobody has a place");
  await setBasis(row.student_id, basis);
  return row.student_id;
}

const setBasis = (studentId: string, basis: string) =>
  stage.rows(
    `update engagements e set basis = $2 from pursuits p
      where p.school_id = e.school_id and p.id = e.pursuit_id and p.student_id = $1`,
    [studentId, basis],
  );

describe("money for a need", () => {
  test("is set aside when a second person approves, and spent when it is paid with evidence", async () => {
    await paidGift(stage);
    const allocationId = await propose();
    expect((await balances(stage)).allocated).toBeUndefined();
    valueIn(await approve(allocationId));
    expect(await balances(stage)).toMatchObject({ available: -5_680, allocated: -4_000 });
    valueIn(await disburseAllocation(stage.wiring, ines, paid(allocationId, { amount: "38.50" })));
    expect(await balances(stage)).toEqual({
      stripe: 9_680,
      bank: -3_850,
      fees: 320,
      disbursed: 3_850,
      released: -4_170,
      available: -5_830,
    });
    const acts = await stage.rows("select transition from audit_log where noun = 'allocation' order by id");
    expect(acts.map(({ transition }) => transition)).toEqual(["propose", "approve", "disburse"]);
  });

  test("goes back when it is withdrawn, and a loss after spending shows as a shortfall", async () => {
    const { charge } = await paidGift(stage);
    const kept = await propose();
    const given = await propose();
    valueIn(await approve(kept));
    valueIn(await approve(given));
    valueIn(await disburseAllocation(stage.wiring, ines, paid(given)));
    valueIn(await decideAllocation(stage.wiring, ines, { allocationId: kept, decision: "withdraw" }));
    expect(await balances(stage)).toMatchObject({ available: -5_680 });
    await happens(stage, charge, "dispute");
    await happens(stage, stage.standIn.list(ACCOUNT, "dispute").at(-1)?.id ?? "", "lose");
    expect(await balances(stage)).toMatchObject({ shortfall: 5_820, disbursed: 4_000 });
    expect((await balances(stage)).available).toBeUndefined();
  });

  test.each(["withdrawn", "paid with less"] as const)(
    "that is %s after a loss makes good the loss, and only the rest is free",
    async (how) => {
      const { charge } = await paidGift(stage);
      const [early, late] = [await propose({ amount: "30" }), await propose({ amount: "60" })];
      valueIn(await approve(early));
      valueIn(await approve(late));
      await happens(stage, charge, "refund_half");
      expect(await balances(stage)).toMatchObject({ shortfall: 4_320, allocated: -9_000 });
      for (const [allocationId, amount] of [
        [early, "10"],
        [late, "20"],
      ] as const) {
        if (how === "paid with less")
          valueIn(await disburseAllocation(stage.wiring, ines, paid(allocationId, { amount })));
        else valueIn(await decideAllocation(stage.wiring, ines, { allocationId, decision: "withdraw" }));
        if (allocationId === early) expect((await balances(stage)).available).toBeUndefined();
      }
      const { shortfall, available } = await balances(stage);
      // 100 dollars less the fee, less the half that went back, less what was spent
      expect([shortfall, available]).toEqual([undefined, how === "withdrawn" ? -4_680 : -1_680]);
    },
  );

  test("approved from 20 desks at once is never more than is there", async () => {
    await paidGift(stage, { amount: "413" });
    const ids: string[] = [];
    for (let desk = 0; desk < 20; desk++) ids.push(await propose());
    const answers = await Promise.all(ids.map((id) => approve(id)));
    // 413 dollars less the fee are 400.72: ten times 40
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "not_enough")).toHaveLength(10);
    expect(await balances(stage)).toMatchObject({ available: -72, allocated: -40_000 });
  });

  test("approved by 20 clicks at once is set aside once", async () => {
    await paidGift(stage);
    const allocationId = await propose();
    const answers = await Promise.all(Array.from({ length: 20 }, () => approve(allocationId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balances(stage)).toMatchObject({ allocated: -4_000 });
  });
});

describe("is refused", () => {
  test("what is not there, who approves their own wish, and what has been decided", async () => {
    await paidGift(stage);
    expect(reasonIn(await proposeAllocation(stage.wiring, ines, wish({ amount: "96.81" })))).toBe("not_enough");
    expect(reasonIn(await proposeAllocation(stage.wiring, ines, wish({ purpose: "tools" })))).toBe("not_enough");
    expect(reasonIn(await proposeAllocation(stage.wiring, ines, wish({ need: " " })))).toBe("need_missing");
    const allocationId = await propose();
    expect(reasonIn(await approve(allocationId, ines))).toBe("same_person");
    valueIn(await decideAllocation(stage.wiring, priya, { allocationId, decision: "decline" }));
    expect(reasonIn(await approve(allocationId))).toBe("wrong_state");
    expect((await balances(stage)).allocated).toBeUndefined();
  });

  test("a payment of more than was set aside, of tomorrow or of another decade, without confirmation, or before approval", async () => {
    await paidGift(stage);
    const allocationId = await propose();
    const disburse = async (own: Partial<Disbursement>) =>
      reasonIn(await disburseAllocation(stage.wiring, ines, paid(allocationId, own)));
    expect(await disburse({})).toBe("wrong_state");
    valueIn(await approve(allocationId));
    expect(await disburse({ amount: "40.01" })).toBe("more_than_allocated");
    expect(await disburse({ paidOn: "2026-10-16" })).toBe("not_yet");
    expect(await disburse({ paidOn: "1926-10-15" })).toBe("too_long_ago");
    expect(await disburse({ confirmed: false })).toBe("missing_coordinator_confirmed");
    expect(await disburse({ evidence: " " })).toBe("evidence_missing");
    expect((await balances(stage)).disbursed).toBeUndefined();
  });

  test("a stipend out of what the student's own host gave", async () => {
    const host = castActor(cast.ingrid);
    const { giftId } = valueIn(await startGift(stage.wiring, host, aWish({ purpose: "stipend" })));
    await happens(stage, await openSession(stage, giftId, host), "pay_card");
    const stipend = { purpose: "stipend", amount: "50" } as const;
    expect(reasonIn(await proposeAllocation(stage.wiring, ines, wish(stipend)))).toBe("own_host");
    await stipendOfNobody();
    valueIn(await proposeAllocation(stage.wiring, ines, wish(stipend)));
    expect(reasonIn(await proposeAllocation(stage.wiring, ines, wish({ ...stipend, amount: "100" })))).toBe("own_host");
  });

  test("a stipend for unpaid educational work, until the business office's decision is written down", async () => {
    await stipendOfNobody();
    const studentId = await someoneAt("unpaid_educational");
    const stipend = { purpose: "stipend", amount: "50", studentId } as const;
    expect(reasonIn(await proposeAllocation(stage.wiring, ines, wish(stipend)))).toBe("decision_missing");
    const allocationId = await propose({ ...stipend, businessDecision: "Memo 12, 3 October" });
    valueIn(await approve(allocationId));
    valueIn(await disburseAllocation(stage.wiring, ines, paid(allocationId)));
    const [row] = await stage.rows("select business_decision from fund_allocations where id = $1", [allocationId]);
    expect(row).toEqual({ business_decision: "Memo 12, 3 October" });
  });

  test("paying a stipend that was fair when it was set aside, once the work is unpaid or the host is the giver", async () => {
    const giftId = await stipendOfNobody();
    const studentId = await someoneAt("paid_by_host");
    const allocationId = await propose({ purpose: "stipend", studentId });
    valueIn(await approve(allocationId));
    const pay = () => disburseAllocation(stage.wiring, ines, paid(allocationId));
    const [host] = await stage.rows<{ id: string }>(
      "select organisation_id as id from pursuits where student_id = $1 and state = 'accepted'",
      [studentId],
    );
    const say = async (organisationId: string | null) =>
      valueIn(await sayOrigin(stage.wiring, ines, { giftId, organisationId }));
    await say(host?.id ?? NOBODY);
    expect(reasonIn(await pay())).toBe("own_host");
    await say(null);
    await setBasis(studentId, "unpaid_educational");
    expect(reasonIn(await pay())).toBe("decision_missing");
    await setBasis(studentId, "wsp");
    valueIn(await pay());
  });

  test("a stipend before the placement is accepted; once it is, or when the work is over, it is paid", async () => {
    await stipendOfNobody();
    const studentId = await someoneAt("paid_by_host");
    const set = async () => {
      const allocationId = await propose({ purpose: "stipend", amount: "20", studentId });
      valueIn(await approve(allocationId));
      return () => disburseAllocation(stage.wiring, ines, paid(allocationId, { amount: "20" }));
    };
    const [pay, payAfterwards] = [await set(), await set()];
    const [place] = await stage.rows<{ id: string; pursuit_id: string }>(
      `delete from engagements e using pursuits p
        where p.school_id = e.school_id and p.id = e.pursuit_id and p.student_id = $1 returning e.*`,
      [studentId],
    );
    expect(reasonIn(await pay())).toBe("missing_placement_accepted");
    await stage.rows("insert into engagements select * from jsonb_populate_record(null::engagements, $1)", [place]);
    valueIn(await pay());
    await stage.rows("update pursuits set state = 'completed' where id = $1", [place?.pursuit_id]);
    valueIn(await payAfterwards());
    await stage.rows("update pursuits set state = 'accepted' where id = $1", [place?.pursuit_id]);
    expect((await balances(stage)).disbursed).toBe(4_000);
  });

  test("a stipend for a shadow day that is over: it was no placement", async () => {
    await stipendOfNobody();
    const [visitor] = await stage.rows<{ student_id: string }>(
      `select student_id from pursuits p where state = 'completed' and school_id = $1
        and not exists (select from pursuits o where o.student_id = p.student_id and o.state = 'accepted')`,
      [ines.schoolId],
    );
    const allocationId = await propose({ purpose: "stipend", studentId: visitor?.student_id ?? NOBODY });
    valueIn(await approve(allocationId));
    const answer = await disburseAllocation(stage.wiring, ines, paid(allocationId));
    expect(reasonIn(answer)).toBe("missing_placement_accepted");
  });

  test("strangers: advisors, families, mentors, and coordinators of other schools", async () => {
    await paidGift(stage);
    const allocationId = await propose();
    for (const stranger of [cast.tom, cast.rosa, cast.ingrid, cast.jada])
      expect(
        reasonIn(await decideAllocation(stage.wiring, castActor(stranger), { allocationId, decision: "approve" })),
      ).toBe("not_permitted");
    const malik = castActor(cast.malik);
    expect(reasonIn(await approve(allocationId, malik))).toBe("not_found");
    expect(reasonIn(await disburseAllocation(stage.wiring, malik, paid(allocationId)))).toBe("not_found");
    expect(reasonIn(await proposeAllocation(stage.wiring, malik, wish()))).toBe("not_found");
    expect(reasonIn(await proposeAllocation(stage.wiring, ines, wish({ studentId: NOBODY })))).toBe("not_found");
  });
});

test("a student who is erased takes their name and need along; the money stays where it went", async () => {
  await paidGift(stage);
  const [student] = await stage.rows<{ id: string }>(
    `with person as (insert into people (school_id, full_name, name_used) values ($1, 'Pia Berg', 'Pia') returning school_id, id)
      insert into students (school_id, district_id, id, grade) select school_id, $2, id, 10 from person returning id`,
    [ines.schoolId, ines.districtId],
  );
  const studentId = student?.id ?? "";
  const allocationId = await propose({ studentId, need: "Shoes for Pia." });
  valueIn(await approve(allocationId));
  const before = await balances(stage);
  await stage.rows("delete from students where id = $1", [studentId]);
  const [left] = await stage.rows("select student_id, need from fund_allocations where id = $1", [allocationId]);
  expect(left).toEqual({ student_id: null, need: "" });
  expect(await balances(stage)).toEqual(before);
});

test("a need whose form is sent twice is proposed once", async () => {
  await paidGift(stage);
  const twice = wish({ formKey: "00000000-0000-4000-8000-0000000000aa" });
  const answers = await Promise.all([1, 2].map(() => proposeAllocation(stage.wiring, ines, twice)));
  expect(new Set(answers.map((answer) => valueIn(answer).allocationId)).size).toBe(1);
});
