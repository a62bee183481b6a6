import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MOST_RECEIPTS } from "~/domain/fund/most-receipts";
import { readPicture } from "~/domain/picture/read-picture";
import { addReceipt } from "~/features/fund/add-receipt.server";
import { decideAllocation } from "~/features/fund/decide-allocation.server";
import { disburseAllocation } from "~/features/fund/disburse-allocation.server";
import { openNeeds } from "~/features/fund/open-needs.server";
import { openReceipt } from "~/features/fund/open-receipt.server";
import { proposeAllocation } from "~/features/fund/propose-allocation.server";
import { removeReceipt } from "~/features/fund/remove-receipt.server";
import { cast, castActor } from "~db/cast";
import { lockAllocation } from "~db/fund-allocations.server";
import { insertReceipt } from "~db/fund-receipts.server";
import { withScope } from "~db/scope.server";
import { balances, type FundStage, openFundStage, paidGift } from "../../support/fund";
import { jpegOf, noted, PLACE, pngOf } from "../../support/pictures";
import { sql } from "../../support/sql";
import { NOBODY, reasonIn, valueIn } from "../../support/stage";

let stage: FundStage;
beforeAll(async () => {
  stage = await openFundStage();
});
beforeEach(async () => {
  await stage.clear();
  await paidGift(stage);
});
afterAll(() => stage.close());

const ines = castActor(cast.ines);
const priya = castActor(cast.priya);

/** Money that was set aside for a student, Jada unless another one is named. */
async function setAside(studentId: string = cast.jada.personId): Promise<string> {
  const wish = { studentId, purpose: "transit", amount: "10", need: "A pass.", businessDecision: "" } as const;
  const { allocationId } = valueIn(await proposeAllocation(stage.wiring, ines, wish));
  valueIn(await decideAllocation(stage.wiring, priya, { allocationId, decision: "approve" }));
  return allocationId;
}
const pay = (allocationId: string, receipt?: Uint8Array) =>
  disburseAllocation(stage.wiring, ines, {
    ...{ allocationId, amount: "10", paidOn: "2026-10-15", evidence: "Invoice 4471", confirmed: true },
    receipt,
  });
async function paid(receipt?: Uint8Array, studentId?: string): Promise<string> {
  const allocationId = await setAside(studentId);
  valueIn(await pay(allocationId, receipt));
  return allocationId;
}
const receiptsOf = async (allocationId: string, by = ines) =>
  valueIn(await openNeeds(stage.wiring, by)).receipts.filter((each) => each.allocationId === allocationId);
const add = (allocationId: string, file: Uint8Array, by = ines) => addReceipt(stage.wiring, by, { allocationId, file });

test("a payment keeps a picture of its receipt, without where the photo was taken", async () => {
  const [receipt] = await receiptsOf(await paid(jpegOf({ orientation: 6 })));
  const { kind, content } = valueIn(await openReceipt(stage.wiring, priya, { receiptId: receipt?.id ?? NOBODY }));
  expect(kind).toBe("image/jpeg");
  expect(Buffer.from(content).includes(PLACE)).toBe(false);
  const [row] = await stage.rows(
    "select count(*)::int as left from fund_receipts where position($1::bytea in content) > 0",
    [Buffer.from(PLACE)],
  );
  expect(row).toEqual({ left: 0 });
});

test("a picture comes later, the same one twice is one, and no more than five are kept", async () => {
  const allocationId = await paid();
  for (const answer of await Promise.all([1, 2].map(() => add(allocationId, noted(pngOf()))))) valueIn(answer);
  valueIn(await add(allocationId, pngOf()));
  expect(await receiptsOf(allocationId)).toHaveLength(1);
  for (let scans = 1; scans < MOST_RECEIPTS; scans++) valueIn(await add(allocationId, jpegOf({ scans })));
  expect(reasonIn(await add(allocationId, jpegOf({ scans: MOST_RECEIPTS })))).toBe("too_many_receipts");
  const acts = await stage.rows("select id from audit_log where transition = 'add receipt'");
  expect(acts).toHaveLength(MOST_RECEIPTS + 2);
});

test("what is no picture is refused, and with it the payment: nothing is booked", async () => {
  const allocationId = await setAside();
  expect(reasonIn(await pay(allocationId, Buffer.from("%PDF-1.7")))).toBe("not_a_picture");
  expect((await balances(stage)).disbursed).toBeUndefined();
  expect(reasonIn(await add(allocationId, pngOf()))).toBe("not_paid");
  valueIn(await pay(allocationId));
  expect(reasonIn(await add(allocationId, Buffer.from("<svg/>")))).toBe("not_a_picture");
});

test("a picture that shows too much is taken away", async () => {
  const allocationId = await paid(pngOf());
  const [receipt] = await receiptsOf(allocationId);
  const one = { receiptId: receipt?.id ?? NOBODY };
  valueIn(await removeReceipt(stage.wiring, priya, one));
  expect(await receiptsOf(allocationId)).toEqual([]);
  expect(reasonIn(await openReceipt(stage.wiring, ines, one))).toBe("not_found");
  expect(reasonIn(await removeReceipt(stage.wiring, ines, one))).toBe("not_found");
});

/** A student with nothing but their row: who can be erased. */
async function pia(): Promise<string> {
  const [student] = await stage.rows<{ id: string }>(
    `with person as (insert into people (school_id, full_name, name_used) values ($1, 'Pia Berg', 'Pia') returning school_id, id)
      insert into students (school_id, district_id, id, grade) select school_id, $2, id, 10 from person returning id`,
    [ines.schoolId, ines.districtId],
  );
  return student?.id ?? NOBODY;
}
const erase = (studentId: string) => stage.rows("delete from students where id = $1", [studentId]);

test("a student who is erased takes the pictures along", async () => {
  const studentId = await pia();
  const kept = await paid(jpegOf({}));
  const theirs = await paid(jpegOf({}), studentId);
  await erase(studentId);
  const left = await stage.rows("select allocation_id from fund_receipts");
  expect(left).toEqual([{ allocation_id: kept }]);
  expect(reasonIn(await add(theirs, pngOf()))).toBe("not_paid");
});

test("so does one who is erased while a picture is being kept", async () => {
  const studentId = await pia();
  const allocationId = await paid(undefined, studentId);
  const { schoolId, personId: by } = ines;
  const picture = valueIn(readPicture(pngOf()));
  const erased = await withScope(stage.wiring, ines, async (tx) => {
    await lockAllocation(tx, { schoolId, allocationId });
    await insertReceipt(tx, { schoolId, allocationId, picture, by, now: stage.wiring.clock.now() });
    const work = erase(studentId);
    await expect.poll(countWaiting, { timeout: 5_000 }).toBe(1);
    return { work };
  });
  await erased.work;
  expect(await stage.rows("select id from fund_receipts")).toEqual([]);
});

test("of a student who is erased before the payment no picture is kept, and nothing is booked with one", async () => {
  const studentId = await pia();
  const allocationId = await setAside(studentId);
  await erase(studentId);
  expect(reasonIn(await pay(allocationId, pngOf()))).toBe("not_paid");
  expect((await balances(stage)).disbursed).toBeUndefined();
  expect(await stage.rows("select id from fund_receipts")).toEqual([]);
});

async function countWaiting(): Promise<number | undefined> {
  const [row] = await sql<{ count: number }>(
    stage.database,
    "select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return row?.count;
}

test("strangers: advisors, families, mentors and students see none and add none; nor does another school's coordinator", async () => {
  const allocationId = await paid(pngOf());
  const [receipt] = await receiptsOf(allocationId);
  const one = { receiptId: receipt?.id ?? NOBODY };
  for (const stranger of [cast.tom, cast.rosa, cast.ingrid, cast.jada].map((each) => castActor(each))) {
    expect(reasonIn(await openReceipt(stage.wiring, stranger, one))).toBe("not_permitted");
    expect(reasonIn(await removeReceipt(stage.wiring, stranger, one))).toBe("not_permitted");
    expect(reasonIn(await addReceipt(stage.wiring, stranger, { allocationId, file: pngOf() }))).toBe("not_permitted");
  }
  const malik = castActor(cast.malik);
  expect(reasonIn(await openReceipt(stage.wiring, malik, one))).toBe("not_found");
  expect(reasonIn(await removeReceipt(stage.wiring, malik, one))).toBe("not_found");
  expect(reasonIn(await add(allocationId, pngOf(), malik))).toBe("not_found");
  expect(await receiptsOf(allocationId)).toHaveLength(1);
});
