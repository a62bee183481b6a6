import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "~/features/introductions/answer-invitation.server";
import { openProposal } from "~/features/introductions/open-proposal.server";
import type { Proposer } from "~/features/introductions/propose-introduction.server";
import { tellOfPlacements } from "~/features/introductions/tell-of-placements.server";
import { cast, castActor } from "~db/cast";
import { sql } from "../../support/sql";
import { openStage, rosa, type Stage, YES } from "./stage";

const WEDNESDAY = new Date("2026-10-14T18:00:00Z");
const MONDAY_NIGHT = new Date("2026-10-19T08:00:00Z");
const MONDAY = new Date("2026-10-19T17:00:00Z");

let stage: Stage;
/** A student of the school, not of Rosa's family, with a pursuit of a placement that one mentor leads. */
let place: { pursuit_id: string; student_id: string; mentor_id: string; title: string; student: string };
beforeAll(async () => {
  stage = await openStage();
  const [found] = await sql<typeof place>(
    stage.database,
    `select p.id as pursuit_id, p.student_id, pl.lead_mentor_id as mentor_id, pl.title, pe.full_name as student
      from pursuits p join listings l on (l.school_id, l.id) = (p.school_id, p.listing_id)
      join placements pl on (pl.district_id, pl.id) = (l.district_id, l.placement_id)
      join people pe on (pe.school_id, pe.id) = (p.school_id, p.student_id)
      where p.school_id = $1 and p.student_id <> $2 and pl.lead_mentor_id is not null order by p.id limit 1`,
    [rosa.schoolId, cast.ana.personId],
  );
  if (!found) throw new Error("the sample has changed");
  place = found;
});
afterAll(() => stage.close());
beforeEach(async () => {
  stage.wiring.clock.set(WEDNESDAY);
  await sql(stage.database, "update introductions set placed_told_at = now() where state = 'accepted'", []);
  await setState("accepted");
});

const setState = (state: string) =>
  sql(stage.database, "update pursuits set state = $2, updated_at = $3 where id = $1", [
    place.pursuit_id,
    state,
    WEDNESDAY,
  ]);

/** Somebody proposed the mentor of the place, who said yes. */
async function introduced(name: string, by: Proposer = rosa): Promise<string> {
  const id = await stage.invite(stage.somebody(name), by);
  await answerInvitation(stage.wiring, await stage.bearer(id), { ...YES, organisationName: `${name} and Sons` });
  await sql(stage.database, "update introductions set mentor_id = $2 where id = $1", [id, place.mentor_id]);
  return id;
}

const mailsAbout = (id: string) => stage.mails(`introduction-placed:${id}`);
const sweepOn = (moment: Date) => {
  stage.wiring.clock.set(moment);
  return tellOfPlacements(stage.wiring);
};

describe("whoever introduced a mentor with whom a student found a place", () => {
  it("hears it once, in the week after and outside quiet hours, however often the sweep runs at a time", async () => {
    const id = await introduced("Placed Pia");
    expect(await sweepOn(WEDNESDAY)).toBe(0);
    expect(await sweepOn(MONDAY_NIGHT)).toBe(0);
    stage.wiring.clock.set(MONDAY);
    const counts = await Promise.all(Array.from({ length: 8 }, () => tellOfPlacements(stage.wiring)));
    expect(counts.toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await mailsAbout(id)).toMatchObject([
      { kind: "introduction-placed", recipient_mail: cast.rosa.mail, recipient_language: "es" },
    ]);
    expect((await stage.acts("introduction", id)).at(-1)).toBe("tell_placed");
  });

  it("never hears who, what or when: neither in the mail nor on the page", async () => {
    const id = await introduced("Placed Quin");
    expect((await openProposal(stage.wiring, rosa)).own.find((each) => each.id === id)?.state).toBe("accepted");
    await sweepOn(MONDAY);
    const { own } = await openProposal(stage.wiring, rosa);
    expect(own.find((each) => each.id === id)?.state).toBe("placed");
    const [mail] = await mailsAbout(id);
    expect(Object.keys(mail?.props ?? {}).sort()).toEqual([
      "familyName",
      "helpName",
      "helpPhone",
      "link",
      "mentorName",
      "schoolName",
    ]);
    const told = JSON.stringify([mail?.props, own]);
    for (const secret of [place.student, place.student.split(" ")[0] ?? "", place.student_id, place.title])
      expect(told).not.toContain(secret);
  });

  it("is told by staff where no mail reaches the family, who read the same and no more", async () => {
    await sql(stage.database, "update contact_points set undeliverable_at = now() where person_id = $1", [
      cast.rosa.personId,
    ]);
    const id = await introduced("Placed Rafa");
    await sweepOn(MONDAY);
    expect(await mailsAbout(id)).toEqual([]);
    const [task] = (await stage.tasks(id)).filter(({ kind }) => kind === "tell_family");
    expect(task?.props).toEqual({
      personId: cast.rosa.personId,
      language: "es",
      mentor: "Placed Rafa",
      news: "placed",
    });
    await sql(stage.database, "update contact_points set undeliverable_at = null where person_id = $1", [
      cast.rosa.personId,
    ]);
  });
});

describe("nobody is told", () => {
  it("of a place that the student does not have any more", async () => {
    await introduced("Placed Sam");
    await setState("withdrawn");
    expect(await sweepOn(MONDAY)).toBe(0);
  });

  it("of a place of their own child, or of a child who shares a guardian with it", async () => {
    await introduced("Placed Tess");
    const link = "insert into guardian_links (school_id, student_id, guardian_id, relationship, legal_basis) values";
    await sql(stage.database, `${link} ($1, $2, $3, 'mother', 'parent')`, [
      rosa.schoolId,
      place.student_id,
      cast.rosa.personId,
    ]);
    expect(await sweepOn(MONDAY)).toBe(0);
    await sql(stage.database, "delete from guardian_links where student_id = $1 and guardian_id = $2", [
      place.student_id,
      cast.rosa.personId,
    ]);
    expect(await sweepOn(MONDAY)).toBe(1);
  });

  it("who was a student and has left the school", async () => {
    const id = await introduced("Placed Una", castActor(cast.ana));
    const leave = (day: string | null) =>
      sql(stage.database, "update people set left_on = $2 where id = $1", [cast.ana.personId, day]);
    await leave("2026-10-15");
    await sweepOn(MONDAY);
    expect(await mailsAbout(id)).toEqual([]);
    await leave(null);
  });

  it("who is no guardian at the school any more: neither thanked nor told, and no link is made", async () => {
    const setLink = (to: string | null) =>
      sql(stage.database, "update guardian_links set from_on = '2026-01-01', to_on = $2 where guardian_id = $1", [
        cast.rosa.personId,
        to,
      ]);
    const links = async () =>
      (await sql(stage.database, "select id from identity.links where kind = 'introduce'", [])).length;
    const placed = await introduced("Placed Vera");
    const before = await links();
    await setLink("2026-10-01");
    const thanked = await introduced("Placed Wim");
    await sweepOn(MONDAY);
    const told = [...(await mailsAbout(placed)), ...(await stage.mails(`introduction-thanks:${thanked}`))];
    const tasks = [...(await stage.tasks(placed)), ...(await stage.tasks(thanked))];
    await setLink(null);
    expect([told, tasks.filter(({ kind }) => kind.endsWith("_family")), await links()]).toEqual([[], [], before]);
  });

  it("of their own place, when the student proposed the mentor", async () => {
    await introduced("Placed Uma", { ...castActor(cast.ana), personId: place.student_id });
    expect(await sweepOn(MONDAY)).toBe(0);
  });

  it("of a mentor who is suspended", async () => {
    await introduced("Placed Vic");
    await sql(stage.database, "update mentors set suspended_at = now() where id = $1", [place.mentor_id]);
    expect(await sweepOn(MONDAY)).toBe(0);
    await sql(stage.database, "update mentors set suspended_at = null where id = $1", [place.mentor_id]);
  });

  it("at another school, whose students are no business of this family", async () => {
    const harbor = castActor(cast.rosaAtHarbor);
    const id = await stage.propose(harbor, stage.somebody("Placed Will"));
    await sql(
      stage.database,
      "update introductions set state = 'accepted', answered_at = now(), mentor_id = $2 where id = $1",
      [id, place.mentor_id],
    );
    expect(await sweepOn(MONDAY)).toBe(0);
  });
});
