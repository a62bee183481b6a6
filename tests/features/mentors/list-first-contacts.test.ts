import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listFirstContacts } from "~/features/mentors/list-first-contacts.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { withdrawPursuit } from "~/features/pursuits/withdraw-pursuit.server";
import { cast, castActor } from "~db/cast";
import { anaApproved, anaContacted, staff, student } from "../../support/pursuit-way";
import { giveLooking, lakeviewListing, openStage, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const contactsOf = (key: "maya" | "theo" | "carlos" | "ingrid" | "ruth") =>
  listFirstContacts(stage.wiring, castActor(cast[key]));

/** Keisha of Harbor Point goes after the same clinic. */
async function keishaContacted(): Promise<string> {
  const nadia = await stage.rows<{ id: string }>(
    `insert into consents (school_id, student_id, guardian_id, purpose, state, letter_code, channel, language, answered_at, valid_until)
      values ($1, $2, $3, 'looking', 'given', 'KEISHA2345', 'link', 'en', $4, '2027-01-01') returning id`,
    [cast.keisha.schoolId, cast.keisha.personId, cast.nadia.personId, stage.wiring.clock.now()],
  );
  expect(nadia).toHaveLength(1);
  const input = { listingId: lakeviewListing("clinic-care", "harbor"), note: "" };
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("keisha"), input));
  valueIn(await approvePursuit(stage.wiring, staff("malik"), { pursuitId }));
  return pursuitId;
}

test("a mentor sees the students of every school whom the organisation was told about, the newest first", async () => {
  const anas = await anaContacted(stage);
  stage.wiring.clock.pass(60);
  const keishas = await keishaContacted();
  expect(await contactsOf("maya")).toEqual([
    {
      schoolId: cast.keisha.schoolId,
      pursuitId: keishas,
      state: "contacted",
      firstName: "Keisha",
      title: "Help care for animals at a clinic",
      school: "Harbor Point School (sample)",
      timeZone: "America/Los_Angeles",
      disclosedAt: "2026-10-15T18:00:00.000Z",
    },
    expect.objectContaining({ pursuitId: anas, firstName: "Ana", school: "Lakeview Learning Lab (sample)" }),
  ]);
});

test("a colleague of the organisation sees the same, mentors of others see none of it", async () => {
  await anaContacted(stage);
  expect(await contactsOf("theo")).toHaveLength(1);
  for (const key of ["carlos", "ingrid", "ruth"] as const) expect(await contactsOf(key)).toEqual([]);
});

test("nobody is listed before the first contact, and nobody after the end", async () => {
  const approved = await anaApproved(stage, "clinic-desk");
  expect(await contactsOf("maya")).toEqual([]);
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId: approved, reason: "" }));
  await giveLooking(stage, "ana", "rosa");
  const contacted = await anaApproved(stage);
  expect(await contactsOf("maya")).toHaveLength(1);
  valueIn(await withdrawPursuit(stage.wiring, student("ana"), { pursuitId: contacted, reason: "" }));
  expect(await contactsOf("maya")).toEqual([]);
});

test("a mentor who names another organisation, or the right one in another district, sees nothing", async () => {
  await anaContacted(stage);
  const maya = castActor(cast.maya);
  expect(await listFirstContacts(stage.wiring, { ...maya, organisationId: cast.carlos.organisationId })).toEqual([]);
  expect(await listFirstContacts(stage.wiring, { ...maya, districtId: cast.ruth.districtId })).toEqual([]);
});
