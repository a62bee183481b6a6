import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import type { ApartNoun } from "~/domain/merge/apart";
import { listTwins } from "~/features/merges/list-twins.server";
import { mergeMentors } from "~/features/merges/merge-mentors.server";
import { mergeOrganisations } from "~/features/merges/merge-organisations.server";
import { previewMentorMerge } from "~/features/merges/preview-mentor-merge.server";
import { previewOrganisationMerge } from "~/features/merges/preview-organisation-merge.server";
import { sayApart } from "~/features/merges/say-apart.server";
import { takeBackApart } from "~/features/merges/take-back-apart.server";
import { cast, castActor, castOrganisations, sampleSchools } from "~db/cast";
import { staff, student } from "../../support/pursuit-way";
import { NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const { districtId } = sampleSchools.lakeview;
const { organisationId } = castOrganisations["harbor-bike-works"];
const [oneId, otherId] = ["01990000-0e30-7000-8000-0000000000a1", "01990000-0e30-7000-8000-0000000000a2"];
const ines = staff("ines");
const malik = castActor(cast.malik);

/** Two organisations and two mentors of nearly one name; both nouns have the same two ids. */
beforeEach(async () => {
  await stage.clear();
  for (const rows of [
    `delete from affiliations where mentor_id in ('${oneId}', '${otherId}')`,
    `delete from mentors where id in ('${oneId}', '${otherId}')`,
    `delete from organisations where id in ('${oneId}', '${otherId}')`,
    "delete from merges",
    `insert into organisations (district_id, id, name, name_key) values
      ('${districtId}', '${oneId}', 'Zzapart Kayaks', 'zzapart kayaks'), ('${districtId}', '${otherId}', 'The Zzapart Kayak', 'the zzapart kayak')`,
    `insert into mentors (district_id, id, full_name, name_used) values
      ('${districtId}', '${oneId}', 'Zz Apart', 'Zz'), ('${districtId}', '${otherId}', 'Apart Zz', 'Zz')`,
    `insert into affiliations (district_id, organisation_id, mentor_id, from_on) values
      ('${districtId}', '${organisationId}', '${oneId}', '2026-01-01'), ('${districtId}', '${organisationId}', '${otherId}', '2026-01-01')`,
  ])
    await stage.rows(rows);
});

const ids = [oneId, otherId];
async function seen(noun: ApartNoun, who: Actor = ines) {
  const twins = valueIn(await listTwins(stage.wiring, who));
  const { pairs, apart } = noun === "organisation" ? twins : twins.mentors;
  const isOurs = ({ one, other }: { one: { id: string }; other: { id: string } }) =>
    ids.includes(one.id) && ids.includes(other.id);
  return { proposed: pairs.filter(isOurs).length, apart: apart.filter(isOurs) };
}
const acts = async (transition: string) =>
  (
    await stage.rows<{ noun_id: string }>("select noun_id from audit_log where transition = $1 order by noun_id", [
      transition,
    ])
  ).map(({ noun_id }) => noun_id);

describe.each(["organisation", "mentor"] as const)("two of the district that are not the same %s", (noun) => {
  const two = { noun, oneId: otherId, otherId: oneId };

  test("are proposed at no school of the district, are said once, and are proposed again once it is taken back", async () => {
    expect(await seen(noun)).toEqual({ proposed: 1, apart: [] });
    const presses = [sayApart(stage.wiring, ines, two), sayApart(stage.wiring, malik, { noun, oneId, otherId })];
    for (const outcome of await Promise.all(presses)) valueIn(outcome);
    expect(await seen(noun, malik)).toMatchObject({ proposed: 0, apart: [{ one: { id: oneId } }] });
    expect(await acts("say_apart")).toEqual(ids);
    valueIn(await takeBackApart(stage.wiring, malik, two));
    expect(await seen(noun)).toEqual({ proposed: 1, apart: [] });
    expect(await acts("take_back_apart")).toEqual(ids);
    expect(reasonIn(await takeBackApart(stage.wiring, ines, two))).toBe("not_apart");
  });

  test("are two that are there, and said by coordinators alone", async () => {
    expect(reasonIn(await sayApart(stage.wiring, ines, { ...two, otherId }))).toBe("not_found");
    expect(reasonIn(await sayApart(stage.wiring, ines, { ...two, otherId: NOBODY }))).toBe("not_found");
    for (const who of [staff("tom"), student("ana"), castActor(cast.maya)]) {
      expect(reasonIn(await sayApart(stage.wiring, who, two))).toBe("not_permitted");
      expect(reasonIn(await takeBackApart(stage.wiring, who, two))).toBe("not_permitted");
    }
    valueIn(await sayApart(stage.wiring, ines, two));
    expect(reasonIn(await sayApart(stage.wiring, castActor(cast.greta), two))).toBe("not_found");
    expect(reasonIn(await takeBackApart(stage.wiring, castActor(cast.greta), two))).toBe("not_apart");
  });
});

test("a merge of one takes along what was said of it", async () => {
  for (const noun of ["organisation", "mentor"] as const)
    valueIn(await sayApart(stage.wiring, ines, { noun, oneId, otherId }));
  const both = { keptId: oneId, otherId };
  const mentors = valueIn(await previewMentorMerge(stage.wiring, ines, both));
  const seals = { seal: mentors.kept.seal, otherSeal: mentors.other.seal };
  valueIn(await mergeMentors(stage.wiring, ines, { ...both, ...seals, name: "kept" }));
  const { kept, other } = valueIn(await previewOrganisationMerge(stage.wiring, ines, both));
  valueIn(
    await mergeOrganisations(stage.wiring, ines, { ...both, seal: kept.seal, otherSeal: other.seal, choices: {} }),
  );
  expect(await stage.rows("select one_id from mentors_apart union all select one_id from organisations_apart")).toEqual(
    [],
  );
  expect(reasonIn(await sayApart(stage.wiring, ines, { noun: "mentor", oneId, otherId }))).toBe("not_found");
});
