import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { endCover } from "~/features/advisories/end-cover.server";
import { giveCover } from "~/features/advisories/give-cover.server";
import { openCovers } from "~/features/advisories/open-covers.server";
import { openConversation } from "~/features/conversations/open-conversation.server";
import { openAdvisory } from "~/features/homes/open-advisory.server";
import { endMembership } from "~/features/people/end-membership.server";
import { handOnAdvisory } from "~/features/people/set-advisory.server";
import { openPursuit } from "~/features/pursuits/open-pursuit.server";
import { cast, castActor } from "~db/cast";
import { advisoryIdOf } from "~db/seed/write-people.server";
import { anaTalks } from "../../support/conversations";
import { anaAsks, staff, student } from "../../support/pursuit-way";
import { listMails, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from advisory_covers");
});
afterAll(() => stage.close());

const DAY_MINUTES = 24 * 60;
const toms = advisoryIdOf("lakeview", cast.tom.name);
// It is Thursday 15 October at the school.
const weekend = { advisoryId: toms, personId: cast.june.personId, from: "2026-10-17", to: "2026-10-18" };
const give = (by = staff("tom"), plan: Partial<typeof weekend> = {}) =>
  giveCover(stage.wiring, by, { ...weekend, ...plan });
const end = (coverId: string, by = staff("tom")) => endCover(stage.wiring, by, { coverId });
const firstName = (name: string) => name.split(" ")[0] ?? "";
const junesStudents = async () => (await openAdvisory(stage.wiring, staff("june"))).students.map(({ id }) => id);
const acts = () =>
  stage.rows(
    "select actor_id, on_behalf_of, transition, to_state, from_state, reason from audit_log where noun = 'advisory'",
  );

test("who covers reads on the days of the cover what the advisor reads, and nothing before or after", async () => {
  const pursuitId = await anaAsks(stage);
  const { coverId } = valueIn(await give());
  expect(valueIn(await give())).toEqual({ coverId });
  expect(await acts()).toEqual([
    {
      ...{ actor_id: cast.tom.personId, on_behalf_of: cast.tom.personId, transition: "give_cover" },
      ...{ to_state: "2026-10-17/2026-10-18", from_state: null, reason: cast.june.personId },
    },
  ]);
  const read: boolean[] = [];
  for (let day = 15; day <= 19; day += 1) {
    const sees = (await junesStudents()).includes(cast.ana.personId);
    const opens = (await openPursuit(stage.wiring, staff("june"), { pursuitId })).ok;
    expect(opens).toBe(sees);
    read.push(sees);
    if (day === 17)
      expect((await openAdvisory(stage.wiring, staff("june"))).covering).toEqual([
        { id: coverId, advisory: "Tom's advisory", until: "2026-10-18" },
      ]);
    stage.wiring.clock.pass(DAY_MINUTES);
  }
  expect(read).toEqual([false, false, true, true, false]);
});

test("on the days of a cover, who covers stands among those who read a conversation along", async () => {
  const pursuitId = await anaTalks(stage);
  valueIn(await give(staff("ines"), { from: "2026-10-15" }));
  const readers = async () =>
    valueIn(await openConversation(stage.wiring, student("ana"), { pursuitId, page: 1 })).present.map(
      ({ name }) => name,
    );
  expect(await readers()).toEqual(expect.arrayContaining([cast.tom.name, cast.june.name].map(firstName)));
  stage.wiring.clock.pass(4 * DAY_MINUTES);
  expect(await readers()).toContain(firstName(cast.tom.name));
  expect(await readers()).not.toContain(firstName(cast.june.name));
});

test("a cover that is ended is over at once, whether it has begun or not, and the log keeps both acts", async () => {
  const { coverId } = valueIn(await give(staff("ines"), { from: "2026-10-15" }));
  expect(await junesStudents()).toContain(cast.ana.personId);
  valueIn(await end(coverId));
  expect(await junesStudents()).not.toContain(cast.ana.personId);
  const later = valueIn(await give(staff("tom"), { from: "2026-10-15" })).coverId;
  stage.wiring.clock.pass(DAY_MINUTES);
  valueIn(await end(later, staff("priya")));
  expect(await junesStudents()).not.toContain(cast.ana.personId);
  expect(reasonIn(await end(later))).toBe("is_over");
  expect(await stage.rows("select from_on, to_on from advisory_covers")).toEqual([
    { from_on: "2026-10-15", to_on: "2026-10-15" },
  ]);
  expect((await acts()).map(({ transition }) => transition)).toEqual([
    "give_cover",
    "end_cover",
    "give_cover",
    "end_cover",
  ]);
});

const news = async () =>
  (await listMails(stage, "cover-news")).map(({ to, props }) => `${to} ${props.reader} ${props.event}`).sort();

test("who covers and the advisor are mailed of a cover that somebody else gives or ends, by days and advisory alone", async () => {
  const { coverId } = valueIn(await give());
  valueIn(await give());
  expect(await news()).toEqual([`${cast.june.mail} cover given`]);
  valueIn(await end(coverId, staff("ines")));
  expect(await news()).toEqual([
    `${cast.june.mail} cover ended`,
    `${cast.june.mail} cover given`,
    `${cast.tom.mail} advisor ended`,
  ]);
  expect(JSON.stringify(await listMails(stage, "cover-news"))).not.toContain("Ana");
});

test("an advisory that is handed on takes no cover along, and who covers later keeps a place on the staff", async () => {
  valueIn(await give(staff("tom"), { from: "2026-10-15", to: "2026-10-20" }));
  const [place] = await stage.rows("select id from identity.memberships where person_id = $1", [cast.june.personId]);
  await stage.rows("update advisories set advisor_id = $1 where advisor_id = $2", [
    cast.samir.personId,
    cast.june.personId,
  ]);
  const endPlace = (lastDay: string) =>
    endMembership(stage.wiring, staff("priya"), { membershipId: String(place?.id), lastDay });
  expect(reasonIn(await endPlace("2026-10-19"))).toBe("covers");
  const handOn = (advisorId: string) => handOnAdvisory(stage.wiring, staff("ines"), { advisoryId: toms, advisorId });
  valueIn(await handOn(cast.samir.personId));
  expect(await junesStudents()).toEqual([]);
  expect(await news()).toContain(`${cast.samir.mail} advisor ended`);
  valueIn(await give(staff("samir"), { personId: cast.ines.personId }));
  valueIn(await handOn(cast.samir.personId));
  expect(await stage.rows("select cover_id from advisory_covers where advisory_id = $1", [toms])).toHaveLength(1);
  valueIn(await endPlace("2026-10-19"));
  valueIn(await handOn(cast.tom.personId));
  await stage.rows("update identity.memberships set to_on = null where person_id = $1", [cast.june.personId]);
});

test("days that make no cover, a person who is not there on them, and one's own advisory are refused", async () => {
  expect(reasonIn(await give(staff("tom"), { from: "2026-10-14" }))).toBe("in_the_past");
  expect(reasonIn(await give(staff("tom"), { to: "2026-10-16" }))).toBe("ends_before_start");
  expect(reasonIn(await give(staff("tom"), { to: "2027-02-14" }))).toBe("too_long");
  expect(reasonIn(await give(staff("ines"), { personId: cast.tom.personId }))).toBe("own_advisory");
  for (const personId of [cast.rosa.personId, cast.luis.personId])
    expect(reasonIn(await give(staff("tom"), { personId }))).toBe("not_staff");
  await stage.rows("update identity.memberships set to_on = '2026-10-17' where person_id = $1", [cast.june.personId]);
  expect(reasonIn(await give())).toBe("not_staff");
  await stage.rows("update identity.memberships set to_on = null where person_id = $1", [cast.june.personId]);
  valueIn(await give());
  expect(reasonIn(await give(staff("tom"), { to: "2026-10-20" }))).toBe("covers_already");
});

test("nobody but the advisor and coordinators gives or ends a cover, and each reads the covers that concern them", async () => {
  for (const actor of [student("ana"), castActor(cast.rosa), castActor(cast.maya)]) {
    expect(reasonIn(await giveCover(stage.wiring, actor, weekend))).toBe("not_permitted");
    expect(reasonIn(await endCover(stage.wiring, actor, { coverId: toms }))).toBe("not_permitted");
    expect(reasonIn(await openCovers(stage.wiring, actor))).toBe("not_permitted");
  }
  for (const key of ["june", "walter", "malik", "greta"] as const)
    expect(reasonIn(await give(staff(key)))).toBe("not_found");
  const { coverId } = valueIn(await give());
  for (const key of ["june", "samir", "malik", "greta"] as const)
    expect(reasonIn(await end(coverId, staff(key)))).toBe("not_found");
  const covers = async (key: "tom" | "june" | "samir" | "ines" | "malik") => {
    const page = valueIn(await openCovers(stage.wiring, staff(key)));
    return page.covers.map(({ isOwn, mayEnd }) => ({ isOwn, mayEnd }));
  };
  expect(await covers("tom")).toEqual([{ isOwn: false, mayEnd: true }]);
  expect(await covers("june")).toEqual([{ isOwn: true, mayEnd: false }]);
  expect(await covers("ines")).toEqual([{ isOwn: false, mayEnd: true }]);
  expect(await covers("samir")).toEqual([]);
  expect(await covers("malik")).toEqual([]);
});
