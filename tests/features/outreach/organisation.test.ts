import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/actor";
import { addContact } from "~/features/outreach/add-contact.server";
import { openOrganisation } from "~/features/outreach/open-organisation.server";
import { cast, castActor, castOrganisations } from "~db/cast";
import { mayaPosts } from "../../support/posting";
import { staff, student } from "../../support/pursuit-way";
import { NOBODY, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const { organisationId, name } = castOrganisations["green-lake-animal-clinic"];
const open = (by: Actor = staff("ines"), id = organisationId) =>
  openOrganisation(stage.wiring, by, { organisationId: id });
const add = (fullName: string, organisationName: string, by: Actor = staff("ines")) =>
  addContact(stage.wiring, by, {
    contact: {
      ...{ fullName, organisationName, title: "Nurse", mail: "", phone: "206 555 0144", language: "en", tags: [] },
      ...{ ownerId: cast.ines.personId, origin: "typed", originNote: "", timeZone: "" },
    },
  });

test("a coordinator reads on one page who is at an organization, where it works and what it offers the school", async () => {
  valueIn(await add("Oda Berg", ` ${name.toUpperCase()} `));
  valueIn(await add("Kim Elsewhere", "Another Place"));
  await mayaPosts(stage);
  const opened = valueIn(await open());
  expect(opened.organisation).toMatchObject({ id: organisationId, name });
  expect(opened.contacts).toMatchObject([{ fullName: "Oda Berg", owner: cast.ines.name, lastContactOn: null }]);
  expect(opened.mentors.map(({ fullName }) => fullName)).toEqual([cast.maya.name, cast.theo.name]);
  expect(opened.sites.map((site) => site.name)).toContain("Aviary");
  expect(opened.listings).toEqual(
    expect.arrayContaining([expect.objectContaining({ title: "Nurse injured owls", state: "in_review" })]),
  );
});

test("a contact whose organization has another name by now is there too", async () => {
  const { contactId } = valueIn(await add("Oda Berg", "The old clinic"));
  expect(valueIn(await open()).contacts).toEqual([]);
  await stage.rows("update contacts set organisation_id = $2 where id = $1", [contactId, organisationId]);
  expect(valueIn(await open()).contacts).toMatchObject([{ fullName: "Oda Berg" }]);
});

test("another school of the district knows the organization, and neither the contacts nor the listings of this one", async () => {
  valueIn(await add("Oda Berg", name));
  await mayaPosts(stage);
  const theirs = valueIn(await open(staff("malik")));
  expect(theirs.organisation.name).toBe(name);
  expect(theirs.contacts).toEqual([]);
  expect(theirs.listings.map(({ title }) => title)).not.toContain("Nurse injured owls");
});

test("a suspended mentor is not named, nobody but coordinators and admins reads it, and another district finds nothing", async () => {
  await stage.rows("update mentors set suspended_at = now() where id = $1", [cast.theo.personId]);
  expect(valueIn(await open()).mentors.map(({ fullName }) => fullName)).toEqual([cast.maya.name]);
  await stage.rows("update mentors set suspended_at = null where id = $1", [cast.theo.personId]);
  for (const stranger of [staff("tom"), student("ana"), castActor(cast.maya), castActor(cast.rosa)])
    expect(reasonIn(await open(stranger))).toBe("not_permitted");
  expect(reasonIn(await open(staff("greta")))).toBe("not_found");
  expect(reasonIn(await open(staff("ines"), NOBODY))).toBe("not_found");
});
