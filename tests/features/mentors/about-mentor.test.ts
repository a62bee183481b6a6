import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPair } from "~/features/matching/open-pair.server";
import { proposeMatches } from "~/features/matching/propose-matches.server";
import { rulePair } from "~/features/matching/rule-pair.server";
import { startMatchRun } from "~/features/matching/start-match-run.server";
import { openAboutMentor } from "~/features/mentors/open-about-mentor.server";
import { ownAbout } from "~/features/mentors/own-about.server";
import { sayAboutMentor } from "~/features/mentors/say-about-mentor.server";
import { sayAboutSelf } from "~/features/mentors/say-about-self.server";
import { openListing } from "~/features/placements/open-listing.server";
import { completePursuit } from "~/features/pursuits/complete-pursuit.server";
import { cast, sampleSchools } from "~db/cast";
import { maya, theo } from "../../support/posting";
import { anaContacted, staff, student } from "../../support/pursuit-way";
import { lakeviewListing, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  // As somebody who came in by an invitation: nothing is known but the language of it.
  await stage.rows(
    `update mentors set interests = '{}', languages = '{en}', experience_years = null, about_revision = 0,
      about_by_school_id = null, about_reason = '' where id = any($1)`,
    [[cast.maya.personId, cast.theo.personId]],
  );
});
afterAll(() => stage.close());

const care = { listingId: lakeviewListing("clinic-care") };
const unsaid = { interests: [], languages: ["en"], yearsWithStudents: null };
const about = { interests: ["music", "art"], languages: ["en", "so"], yearsWithStudents: 4 };
type By = Parameters<typeof sayAboutSelf>[1];
const say = (changes: Partial<typeof about> = {}, { by = maya as By, seen = 0 } = {}) =>
  sayAboutSelf(stage.wiring, by, { about: { ...about, ...changes }, seen });
const sayFor = (by: By, changes: Partial<Parameters<typeof sayAboutMentor>[2]> = {}) =>
  sayAboutMentor(stage.wiring, by, {
    ...{ ...care, mentorId: cast.maya.personId, about, seen: 0, reason: "Maya said so on the phone." },
    ...changes,
  });
const own = () => ownAbout(stage.wiring, maya);
const pairOf = async (who: "ana" | "jada") =>
  valueIn(await openPair(stage.wiring, staff("ines"), { studentId: cast[who].personId, ...care })).match;
const saidOf = async (who: "ana" | "jada") => {
  const { explanation, score } = await pairOf(who);
  return { reasons: explanation?.reasons, caution: explanation?.caution?.code, missing: score?.missing };
};
/** A plan in which Jada is sent to the clinic: what was stored of it. */
async function planWithJada() {
  const pair = { studentId: cast.jada.personId, ...care };
  valueIn(await rulePair(stage.wiring, staff("ines"), { ...pair, ruling: "locked", reason: "She asked.", seen: 0 }));
  const { runId } = valueIn(await startMatchRun(stage.wiring, staff("ines")));
  const worker = { kind: "system", job: "propose-matches", ...sampleSchools.lakeview } as const;
  valueIn(await proposeMatches(stage.wiring, worker, { runId }));
  const [snapshot] = await stage.rows<{ input: string }>("select input from match_snapshots where run_id = $1", [
    runId,
  ]);
  const input = JSON.parse(snapshot?.input ?? "") as {
    placements: { listingId: string; leadMentor: Record<string, unknown> | null }[];
  };
  const matches = await stage.rows("select reasons from matches where student_id = $1 and listing_id = $2", [
    pair.studentId,
    pair.listingId,
  ]);
  return { input, matches };
}

/** Jada likes music and nothing else that is known; the clinic is not about it. */
const jadaLikesMusic = async () => {
  const [row] = await stage.rows<{ interest_id: string }>(
    "select min(interest_id) as interest_id from student_interests where student_id = $1",
    [cast.jada.personId],
  );
  await stage.rows("delete from student_interests where student_id = $1 and interest_id <> $2", [
    cast.jada.personId,
    row?.interest_id,
  ]);
  await stage.rows(
    "update student_interests set interest_id = 'music', liked = true, strength = 2 where student_id = $1",
    [cast.jada.personId],
  );
};

test("a mentor says what they like, speak and how long they have had students, and reads it back", async () => {
  expect(await own()).toEqual({ ...unsaid, revision: 0, isSaid: false, bySchool: null });
  valueIn(await say());
  expect(await own()).toEqual({ ...about, revision: 1, isSaid: true, bySchool: null });
  valueIn(await say({ interests: [] }, { seen: 1 }));
  expect(await own()).toMatchObject({ interests: [], revision: 2, isSaid: true });
  expect(await ownAbout(stage.wiring, theo)).toMatchObject({ ...unsaid, isSaid: false });
});

test("every page about a pair goes by it at once, and the next plan names it as the reason", async () => {
  await jadaLikesMusic();
  const before = await saidOf("jada");
  expect(before.reasons?.map(({ code }) => code)).toEqual(["days_fit"]);
  expect(before.missing).toEqual(expect.arrayContaining(["mentor_interests", "mentor_experience"]));
  valueIn(await say());
  const { reasons, missing } = await saidOf("jada");
  expect(reasons?.slice(1)).toEqual([
    { code: "mentor_shares_interests", data: { interestIds: ["music"] } },
    { code: "experienced_mentor", data: { years: 4 } },
  ]);
  expect(missing).toEqual(["wishes"]);

  const { input, matches } = await planWithJada();
  expect(matches).toEqual([{ reasons: expect.objectContaining({ reasons }) }]);
  expect(input.placements.find(({ listingId }) => listingId === care.listingId)?.leadMentor).toMatchObject({
    interests: about.interests,
    languages: about.languages,
    experienceYears: 4,
  });
});

test("a language that the mentor says they speak is shared with whoever speaks it", async () => {
  await stage.rows("update students set languages = '{so}' where id = $1", [cast.jada.personId]);
  const shared = async () => (await saidOf("jada")).reasons?.find(({ code }) => code === "shared_language");
  expect(await shared()).toBeUndefined();
  valueIn(await say());
  expect(await shared()).toEqual({ code: "shared_language", data: { languages: ["so"] } });
});

test.each<[string, Partial<typeof about>]>([
  ["an interest that nobody knows", { interests: ["dragons"] }],
  ["no language", { languages: [] }],
  ["years that nobody has", { yearsWithStudents: 81 }],
])("nothing is kept of what cannot be: %s", async (_, changes) => {
  expect(reasonIn(await say(changes))).toBe("not_valid");
  expect(reasonIn(await sayFor(staff("ines"), { about: { ...about, ...changes } }))).toBe("not_valid");
  expect(await own()).toMatchObject({ ...unsaid, revision: 0 });
});

test("what was said since a form was opened is not overwritten, and the same form twice is kept once", async () => {
  valueIn(await say());
  valueIn(await say());
  expect(await own()).toMatchObject({ ...about, revision: 1 });
  expect(reasonIn(await say({ yearsWithStudents: 5 }))).toBe("changed_before");
  expect(reasonIn(await sayFor(staff("ines")))).toBe("changed_before");
  expect(await own()).toMatchObject({ ...about, revision: 1, bySchool: null });
  valueIn(await sayFor(staff("ines"), { seen: 1 }));
  valueIn(await sayFor(staff("ines"), { seen: 1 }));
  expect(await own()).toMatchObject({ revision: 2 });
  // The school said the same words; that the mentor says them is something else.
  expect(reasonIn(await say())).toBe("changed_before");
});

test("what one mentor said on the phone is kept for no other one who leads the listing by now", async () => {
  const lead = (mentorId: string) =>
    stage.rows(
      "update placements set lead_mentor_id = $2 where id = (select placement_id from listings where id = $1)",
      [care.listingId, mentorId],
    );
  await lead(cast.theo.personId);
  expect(reasonIn(await sayFor(staff("ines")))).toBe("other_lead");
  for (const who of [maya, theo]) expect(await ownAbout(stage.wiring, who)).toMatchObject({ ...unsaid, revision: 0 });
  await lead(cast.maya.personId);
  valueIn(await sayFor(staff("ines")));
});

test("a coordinator says it for the mentor with a reason: the mentor reads who and why, and says something else", async () => {
  expect(reasonIn(await sayFor(staff("ines"), { reason: "  " }))).toBe("reason_missing");
  valueIn(await sayFor(staff("ines")));
  const bySchool = { name: "Lakeview Learning Lab (sample)", reason: "Maya said so on the phone." };
  expect(await own()).toEqual({ ...about, revision: 1, isSaid: true, bySchool });
  const shown = valueIn(await openAboutMentor(stage.wiring, staff("ines"), care));
  expect(shown).toEqual({ mentorId: cast.maya.personId, mentor: "Maya", about: await own() });
  expect(valueIn(await openListing(stage.wiring, staff("ines"), care)).about).toEqual(await own());
  const acts = await stage.rows("select noun, noun_id, transition, actor_id, evidence, reason from audit_log");
  expect(acts).toEqual([
    {
      ...{ noun: "mentor", noun_id: cast.maya.personId, transition: "about", actor_id: cast.ines.personId },
      ...{ evidence: `listing ${care.listingId}`, reason: "Maya said so on the phone." },
    },
  ]);
  valueIn(await say({ yearsWithStudents: 0 }, { seen: 1 }));
  expect(await own()).toEqual({ ...about, yearsWithStudents: 0, revision: 2, isSaid: true, bySchool: null });
});

test("it is the mentor's own: a colleague's stays, and nobody else says or reads it who is no coordinator of a school that lists them", async () => {
  valueIn(await say({}, { by: theo }));
  expect(await own()).toMatchObject({ ...unsaid, revision: 0 });
  for (const stranger of [staff("ines"), student("ana")])
    expect(reasonIn<string>(await say({}, { by: stranger }))).toBe("not_permitted");
  for (const stranger of [staff("tom"), student("ana"), maya]) {
    expect(reasonIn<string>(await sayFor(stranger))).toBe("not_permitted");
    expect(reasonIn<string>(await openAboutMentor(stage.wiring, stranger, care))).toBe("not_permitted");
  }
  expect(reasonIn<string>(await sayFor(staff("malik")))).toBe("not_found");
  expect(reasonIn<string>(await openAboutMentor(stage.wiring, staff("malik"), care))).toBe("not_found");
  expect(await own()).toMatchObject({ ...unsaid, revision: 0 });
});

test("a new mentor is there for the first time until a student has come to the end with them, whatever they said", async () => {
  const isFirst = async () => (await pairOf("jada")).explanation?.caution?.code === "first_time_mentor";
  expect(await isFirst()).toBe(false);
  valueIn(await say({ yearsWithStudents: 0 }));
  expect(await isFirst()).toBe(true);
  const pursuitId = await anaContacted(stage, "clinic-interview");
  expect(await isFirst()).toBe(true);
  await stage.rows("update gates set state = 'met', confirmed_on = '2026-10-14' where state = 'open'");
  valueIn(await completePursuit(stage.wiring, staff("ines"), { pursuitId }));
  expect(await isFirst()).toBe(false);
  expect((await pairOf("jada")).score?.missing).not.toContain("mentor_experience");
  // Of somebody who said nothing it is known from then on as well.
  await stage.rows("update mentors set experience_years = null where id = $1", [cast.maya.personId]);
  expect((await pairOf("jada")).score?.missing).not.toContain("mentor_experience");
});

test("who leads a placement only since a student came to the end there has had no student", async () => {
  const pursuitId = await anaContacted(stage, "clinic-interview");
  await stage.rows("update gates set state = 'met', confirmed_on = '2026-10-14' where state = 'open'");
  valueIn(await completePursuit(stage.wiring, staff("ines"), { pursuitId }));
  const lead = (mentorId: string) =>
    stage.rows(
      `update placements set lead_mentor_id = $1, updated_at = $2 where id in (select placement_id from listings where id = any($3))`,
      [mentorId, stage.wiring.clock.now(), [care.listingId, lakeviewListing("clinic-interview")]],
    );
  stage.wiring.clock.pass(60);
  await lead(cast.theo.personId);
  expect((await pairOf("jada")).score?.missing).toContain("mentor_experience");
  await stage.rows(
    "update placements set lead_mentor_id = $1 where id = (select placement_id from listings where id = $2)",
    [cast.maya.personId, care.listingId],
  );
  expect((await pairOf("jada")).score?.missing).not.toContain("mentor_experience");
});
