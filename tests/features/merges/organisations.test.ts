import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { daysLater } from "~/clock";
import type { Actor } from "~/domain/actor";
import { findSession } from "~/features/accounts/find-session.server";
import { startSession } from "~/features/accounts/start-session.server";
import { listTwins } from "~/features/merges/list-twins.server";
import { mergeOrganisations, type OrganisationMerge } from "~/features/merges/merge-organisations.server";
import { openOrganisationMerge } from "~/features/merges/open-organisation-merge.server";
import { previewOrganisationMerge } from "~/features/merges/preview-organisation-merge.server";
import { undoOrganisationMerge } from "~/features/merges/undo-organisation-merge.server";
import { cast, castActor, castOrganisations, sampleSchools } from "~db/cast";
import { ORGANISATION_REFERENCES } from "~db/organisation-references.server";
import { ensureOrganisation } from "~db/organisations.server";
import { withIdentity, withScope } from "~db/scope.server";
import { anaContacted, staff } from "../../support/pursuit-way";
import { NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";
import { hashTables } from "../../support/table-hashes";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const { lakeview, harbor } = sampleSchools;
const { districtId } = lakeview;
const garden = castOrganisations["rainier-community-garden"];
const works = castOrganisations["harbor-bike-works"];
const clinic = castOrganisations["green-lake-animal-clinic"];
const [keptId, otherId] = [works.organisationId, garden.organisationId];
const ines = staff("ines");
const malik = castActor(cast.malik);

const preview = async (who: Actor = ines, ids = { keptId, otherId }) =>
  valueIn(await previewOrganisationMerge(stage.wiring, who, ids));
const merge = async (choices: OrganisationMerge["choices"] = {}, ids = { keptId, otherId }) => {
  const { kept, other } = await preview(ines, ids);
  return mergeOrganisations(stage.wiring, ines, { ...ids, seal: kept.seal, otherSeal: other.seal, choices });
};
const undo = (mergeId: string, who: Actor = malik) => undoOrganisationMerge(stage.wiring, who, { mergeId });
const all = (table: string, organisationId: string) =>
  stage.rows(`select * from ${table} where organisation_id = $1`, [organisationId]);
const know = (nameKey: string) =>
  withScope(stage.wiring, ines, (tx) =>
    ensureOrganisation(tx, { districtId, name: nameKey, nameKey, source: "import" }),
  );

/** Something of every school that names the other one, besides what the sample schools hold. */
async function furnish() {
  await stage.rows(
    `insert into gifts (school_id, district_id, book, purpose, minor, currency, way, organisation_id, origin, donor_name)
      values ($1, $2, 'test', 'tools', 500, 'usd', 'pledge', $3, 'staff', 'Garden')`,
    [harbor.schoolId, districtId, otherId],
  );
  await stage.rows(
    `insert into contacts (school_id, district_id, full_name, organisation_name, organisation_id, origin, language, created_at, updated_at)
      values ($1, $2, 'Nora Quist', 'Garden', $3, 'typed', 'en', '2026-10-01', '2026-10-01')`,
    [lakeview.schoolId, districtId, otherId],
  );
  await stage.rows(
    `insert into saved_searches (school_id, student_id, name, wish, mails_news, looked_until, created_at)
      values ($1, $2, 'beds', jsonb_build_object('organisations', jsonb_build_array($3::text)), false, '2026-10-01', '2026-10-01')`,
    [lakeview.schoolId, cast.ana.personId, otherId],
  );
}

beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from gifts where donor_name = 'Garden'");
  await stage.rows("delete from contacts");
  await furnish();
});

/** Tables that remember that something happened; all others have to be as they were. */
const REMEMBER =
  /^(public\.(audit_log|merges|merge_moves|search_\w+)|graphile_worker\.)|identity\.(sessions|rate_limits)/;
const facts = async () =>
  Object.fromEntries(Object.entries(await hashTables(stage.database)).filter(([name]) => !REMEMBER.test(name)));

test("a merge leaves nothing at the other organisation in any school, and an undo leaves every table as it was", async () => {
  const before = await facts();
  const { mergeId } = valueIn(await merge({ name: "other" }));
  for (const { table } of Object.values(ORGANISATION_REFERENCES)) expect(await all(table, otherId), table).toEqual([]);
  expect(await stage.rows("select id from organisations where id = $1", [otherId])).toEqual([]);
  expect(await stage.rows("select name from organisations where id = $1", [keptId])).toEqual([{ name: garden.name }]);
  expect((await all("gifts", keptId)).map(({ school_id }) => school_id)).toEqual([harbor.schoolId]);
  const [search] = await stage.rows<{ wish: unknown }>("select wish from saved_searches where name = 'beds'");
  expect(search?.wish).toEqual({ organisations: [keptId] });
  valueIn(await undo(mergeId));
  const after = await facts();
  expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual([]);
});

test("every foreign key to an organisation is one that a merge moves, or hangs on a row that it moves", async () => {
  const keys = await stage.rows<{ name: string; follows: boolean }>(
    `select k.conrelid::regclass::text as name, exists (select from pg_constraint u where u.conrelid = k.conrelid and u.contype = 'f'
        and u.confupdtype = 'c' and u.conkey @> array[(select attnum from pg_attribute where attrelid = k.conrelid and attname = 'organisation_id')]) as follows
      from pg_constraint k where k.contype = 'f' and k.confrelid = 'organisations'::regclass`,
  );
  const moved = new Set<string>(Object.values(ORGANISATION_REFERENCES).map(({ table }) => table));
  // What was said of two rows is over once one of them goes: it goes with the row.
  moved.add("organisations_apart");
  expect(keys.filter(({ name, follows }) => !follows && !moved.has(name))).toEqual([]);
  expect(keys.length).toBeGreaterThan(10);
});

test("pursuits and what hosts were told follow their placement in every school; the ledger is not touched", async () => {
  const pursuitId = await anaContacted(stage);
  const before = await hashTables(stage.database);
  const ids = { keptId, otherId: clinic.organisationId };
  const { mergeId } = valueIn(await merge({}, ids));
  const of = (table: string) =>
    stage.rows(`select organisation_id from ${table} where school_id = $1`, [lakeview.schoolId]);
  expect(await of("pursuits")).toEqual([{ organisation_id: keptId }]);
  expect(await of("disclosures")).toEqual([{ organisation_id: keptId }]);
  expect(await stage.rows("select id from pursuits")).toEqual([{ id: pursuitId }]);
  const after = await hashTables(stage.database);
  for (const table of ["public.fund_entries", "public.fund_lines", "public.fund_accounts", "public.gift_references"])
    expect(after[table], table).toBe(before[table]);
  // A link that was mailed since goes back with its pursuit.
  await stage.rows(
    `insert into identity.links (token_hash, kind, school_id, district_id, organisation_id, subject_id, expires_at)
      values (sha256('since'), 'first-contact', $1, $2, $3, $4, '2099-01-01')`,
    [lakeview.schoolId, districtId, keptId, pursuitId],
  );
  valueIn(await undo(mergeId));
  expect(await of("disclosures")).toEqual([{ organisation_id: clinic.organisationId }]);
  const links = await stage.rows("select distinct organisation_id from identity.links where subject_id = $1", [
    pursuitId,
  ]);
  expect(links).toEqual([{ organisation_id: clinic.organisationId }]);
});

test("somebody who is let in at both stays signed in, and is let in at both again; what was suspended meanwhile is so at both", async () => {
  const { accountId } = cast.ingridAtGarden;
  const now = stage.wiring.clock.now();
  const { token } = await withIdentity(stage.wiring, async (tx) => startSession(tx, { accountId, device: "", now }));
  await stage.rows(
    `update identity.sessions set membership_id = (select id from identity.memberships where account_id = $1 and organisation_id = $2)
      where account_id = $1`,
    [accountId, otherId],
  );
  const { mergeId } = valueIn(await merge());
  const session = await findSession(stage.wiring, token);
  expect(session).toMatchObject({ actor: { organisationId: keptId } });
  await stage.rows("update identity.memberships set suspended_at = now() where person_id = $1", [cast.ingrid.personId]);
  valueIn(await undo(mergeId));
  expect(
    await stage.rows("select suspended_at is not null as stopped from identity.memberships where person_id = $1", [
      cast.ingrid.personId,
    ]),
  ).toEqual([{ stopped: true }, { stopped: true }]);
  await stage.rows("update identity.memberships set suspended_at = null");
});

test("who of the other is let in or given a last day while they are one is so at the other alone once they are two again", async () => {
  const personId = "01990000-0e00-7000-8000-0000000000aa";
  await stage.rows(
    "insert into mentors (district_id, id, full_name, name_used) values ($1, $2, 'Nell Ode (sample)', 'Nell')",
    [districtId, personId],
  );
  await stage.rows(
    "insert into affiliations (district_id, organisation_id, mentor_id, from_on) values ($1, $2, $3, '2026-01-01')",
    [districtId, otherId, personId],
  );
  const { mergeId } = valueIn(await merge());
  await stage.rows(
    `insert into identity.memberships (account_id, role, district_id, organisation_id, person_id, from_on)
      values ($1, 'mentor', $2, $3, $4, '2026-10-01')`,
    [cast.maya.accountId, districtId, keptId, personId],
  );
  await stage.rows(
    `insert into mentor_departures (district_id, organisation_id, mentor_id, last_day, reason, said_at)
      values ($1, $2, $3, '2026-12-01', 'moves away', '2026-10-14')`,
    [districtId, keptId, personId],
  );
  valueIn(await undo(mergeId));
  const lastDays = await stage.rows("select organisation_id from mentor_departures where mentor_id = $1", [personId]);
  expect(lastDays).toEqual([{ organisation_id: otherId }]);
  const waysIn = await stage.rows("select organisation_id from identity.memberships where person_id = $1", [personId]);
  for (const rows of [
    "delete from identity.memberships where person_id = $1",
    "delete from affiliations where mentor_id = $1",
    "delete from mentors where id = $1",
  ])
    await stage.rows(rows, [personId]);
  expect(waysIn).toEqual([{ organisation_id: otherId }]);
});

test("either name leads to the one that stays, until the merge is undone", async () => {
  const [row] = await stage.rows<{ name_key: string }>("select name_key from organisations where id = $1", [otherId]);
  const nameKey = row?.name_key ?? "";
  const { mergeId } = valueIn(await merge());
  expect(await know(nameKey)).toEqual({ id: keptId, isNew: false });
  valueIn(await undo(mergeId));
  expect(await know(nameKey)).toEqual({ id: otherId, isNew: false });
});

test("the preview says what comes over, of other schools nothing, and a page that is behind is refused", async () => {
  const { counts, contradictions, kept, other } = await preview();
  expect(counts).toMatchObject({ contacts: 1, gifts: 0 });
  expect(await preview(malik)).toMatchObject({ counts: { contacts: 0, gifts: 1 } });
  expect(contradictions).toContain("name");
  await stage.rows("update organisations set about = about || '!' where id = $1", [otherId]);
  const late = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, choices: {} };
  expect(reasonIn(await mergeOrganisations(stage.wiring, ines, late))).toBe("changed_meanwhile");
});

test("what is new since stays where it is and is named before the undo, also a site that it lies at", async () => {
  const { mergeId } = valueIn(await merge());
  const [site] = await stage.rows<{ row_key: { id: string } }>(
    "select row_key from merge_moves where merge_id = $1 and table_name = 'sites'",
    [mergeId],
  );
  await stage.rows(
    `insert into placements (district_id, organisation_id, kind, title, seats, site_id, created_at)
      values ($1, $2, 'internship', 'zznew', 1, $3, $4)`,
    [districtId, keptId, site?.row_key.id, stage.wiring.clock.now()],
  );
  const { staying } = valueIn(await openOrganisationMerge(stage.wiring, malik, { mergeId }));
  expect(staying.map(({ title }) => title)).toContain("zznew");
  valueIn(await undo(mergeId));
  const left = (await all("placements", keptId)).map(({ title }) => title);
  expect(staying.filter(({ title }) => !left.includes(title))).toEqual([]);
  expect((await all("sites", keptId)).map(({ id }) => id)).toContain(site?.row_key.id);
  // Back by hand, for the tests after this.
  await stage.rows("delete from placements where title = 'zznew'");
  await stage.rows("update sites set organisation_id = $1 where id = $2", [otherId, site?.row_key.id]);
});

test("a second press answers the same merge; after a week, twice, or after a later merge there is no undo", async () => {
  const { kept, other } = await preview();
  const twice = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, choices: {} };
  const { mergeId } = valueIn(await mergeOrganisations(stage.wiring, ines, twice));
  expect(valueIn(await mergeOrganisations(stage.wiring, ines, twice))).toEqual({ mergeId });
  stage.wiring.clock.set(daysLater(stage.wiring.clock.now(), 8));
  expect(reasonIn(await undo(mergeId))).toBe("too_late");
  await stage.clear();
  const later = valueIn(await merge({}, { keptId: clinic.organisationId, otherId: keptId }));
  expect(reasonIn(await undo(mergeId))).toBe("merged_since");
  expect(valueIn(await listTwins(stage.wiring, ines)).merges.map(({ kept }) => kept)).toContain(clinic.name);
  valueIn(await undo(later.mergeId));
  valueIn(await undo(mergeId));
  expect(reasonIn(await undo(mergeId))).toBe("undone_already");
});

test("of two that went into one the later is undone first", async () => {
  const first = valueIn(await merge({ name: "other" }));
  const second = valueIn(await merge({ name: "other" }, { keptId, otherId: clinic.organisationId }));
  expect(valueIn(await openOrganisationMerge(stage.wiring, malik, first)).refusal).toBe("later_first");
  expect(reasonIn(await undo(first.mergeId))).toBe("later_first");
  valueIn(await undo(second.mergeId));
  valueIn(await undo(first.mergeId));
  const names = await stage.rows("select name from organisations where id in ($1, $2) order by name", [
    keptId,
    otherId,
  ]);
  expect(names).toEqual([works, garden].map(({ name }) => ({ name })).sort((a, b) => a.name.localeCompare(b.name)));
});

test("nobody but coordinators and admins of the district looks, merges or undoes", async () => {
  const { kept, other } = await preview();
  const asked = { keptId, otherId, seal: kept.seal, otherSeal: other.seal, choices: {} };
  const { mergeId } = valueIn(await mergeOrganisations(stage.wiring, ines, asked));
  for (const who of [castActor(cast.tom), castActor(cast.ana), castActor(cast.rosa), castActor(cast.maya)]) {
    expect(reasonIn(await listTwins(stage.wiring, who))).toBe("not_permitted");
    expect(reasonIn(await previewOrganisationMerge(stage.wiring, who, asked))).toBe("not_permitted");
    expect(reasonIn(await mergeOrganisations(stage.wiring, who, asked))).toBe("not_permitted");
    expect(reasonIn(await openOrganisationMerge(stage.wiring, who, { mergeId }))).toBe("not_permitted");
    expect(reasonIn(await undo(mergeId, who))).toBe("not_permitted");
  }
  const greta = castActor(cast.greta);
  expect(reasonIn(await openOrganisationMerge(stage.wiring, greta, { mergeId }))).toBe("not_found");
  expect(reasonIn(await undo(mergeId, greta))).toBe("not_found");
  valueIn(await undo(mergeId));
  expect(reasonIn(await previewOrganisationMerge(stage.wiring, greta, { keptId, otherId }))).toBe("not_found");
  expect(reasonIn(await mergeOrganisations(stage.wiring, greta, asked))).toBe("not_found");
  expect(reasonIn(await previewOrganisationMerge(stage.wiring, ines, { keptId, otherId: NOBODY }))).toBe("not_found");
});
