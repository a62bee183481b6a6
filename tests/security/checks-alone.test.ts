import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, LinkActor, LinkKind } from "~/domain/actor";
import { cast, castActor, sampleSchools } from "~db/cast";
import type { TestDatabase } from "../support/database";
import { fingerprint } from "../support/fingerprint";
import { indexSample } from "../support/searching";
import { createSeededDatabase } from "../support/seeded-database";
import { createTestWiring, type TestWiring } from "../support/wiring";
import { CANARY, FAMILY_CANARY, markFamily, markWords, tells } from "./walls/canary";
import { otherMentor } from "./walls/furniture";
import { inputOf } from "./walls/inputs";
import { exported, isPiece, NO_VERB, OPEN_AT_SCHOOL, OWN_THINGS, verbs } from "./walls/verbs";
import { furnishVictim, type Theirs } from "./walls/victim";

let database: TestDatabase;
let wiring: TestWiring;
let theirs: Theirs;
beforeAll(async () => {
  database = await createSeededDatabase({ walls: false });
  theirs = await furnishVictim(database);
  await markWords(database, theirs);
  await markFamily(database, FAMILY);
  wiring = createTestWiring(database);
  await indexSample({ wiring });
});
afterAll(async () => {
  await wiring?.close();
  await database?.drop();
});

const FAMILY = [cast.jada.personId, cast.monique.personId, cast.derek.personId];

test("every function of features is a verb that is tried here, a piece of one, or on the list with its reason", () => {
  const tried = new Set(verbs.map(({ key }) => key));
  const unexplained = exported.filter(
    ({ key, parameters }) => !tried.has(key) && !isPiece(parameters) && !(key in NO_VERB),
  );
  expect(unexplained.map(({ key }) => key)).toEqual([]);
  expect(verbs.length).toBeGreaterThan(70);
});

test("the lists name functions that exist", () => {
  const known = new Set(exported.map(({ key }) => key));
  const named = [...Object.keys(NO_VERB), ...OWN_THINGS, ...Object.values(OPEN_AT_SCHOOL).flat()];
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

const link = (
  school: keyof typeof sampleSchools,
  linkKind: LinkKind,
  subjectId: string,
  personId: string | null,
): LinkActor => ({
  ...sampleSchools[school],
  kind: "link",
  linkKind,
  linkId: subjectId,
  subjectId,
  personId,
  organisationId: null,
  language: "en",
});

const LINKS: LinkKind[] = [
  "consent",
  "first-contact",
  "introduction-invitation",
  "introduce",
  "delete-me",
  "school-invitation",
  "give",
  "offer",
  "join",
  "still-open",
];
const links = (school: keyof typeof sampleSchools, personId: string) =>
  LINKS.map((kind): [string, () => Actor] => [
    `the bearer of a link (${kind}) of ${school}`,
    // a link of another school that names what is the victim's, as if somebody had mixed up the two
    () =>
      link(
        school,
        kind,
        {
          consent: theirs.consentId,
          "first-contact": theirs.pursuitId,
          offer: theirs.offerId,
          join: theirs.invitationId,
          "still-open": theirs.mentorId,
        }[kind as string] ?? theirs.introductionId,
        personId,
      ),
  ]);

describe.each([
  ["the coordinator of a school of the same district", () => castActor(cast.malik)],
  ["an administrator of a school of the same district", () => castActor(cast.walter)],
  ["an advisor of a school of the same district", () => castActor(cast.bea)],
  ["a student of a school of the same district", () => castActor(cast.mateo)],
  ["a guardian at a school of the same district", () => castActor(cast.nadia)],
  ["a mentor of another organisation of the district", () => otherMentor],
  ["a job of a school of the same district", () => ({ ...sampleSchools.harbor, kind: "system", job: "test" })],
  ...links("harbor", cast.nadia.personId),
  ["the coordinator of another district", () => castActor(cast.greta)],
  ["a student of another district", () => castActor(cast.finn)],
  ["a guardian of another district", () => castActor(cast.lars)],
  ["a mentor of another district", () => castActor(cast.ruth)],
  ...links("cedar-ridge", cast.lars.personId),
] as [string, () => Actor][])("%s", (_, stranger) => {
  test("is refused by every verb, learns nothing of the school and changes nothing in it", async () => {
    const actor = stranger();
    const of = sampleSchools.lakeview;
    const victims = { of, notOf: actor.kind === "mentor" ? actor.organisationId : undefined };
    const before = await fingerprint(database, victims);
    const reached: string[] = [];
    for (const verb of verbs.filter(({ kinds }) => kinds.includes(actor.kind))) {
      const answer = await call(verb, actor);
      if (threw(answer) || tells(answer, CANARY))
        reached.push(`${verb.key} tells ${JSON.stringify(answer).slice(0, 300)}`);
      if (verb.takesInput && !OWN_THINGS.has(verb.key) && !isRefused(answer))
        reached.push(`${verb.key} answers ${JSON.stringify(answer).slice(0, 300)}`);
    }
    expect(reached).toEqual([]);
    expect(await fingerprint(database, victims)).toEqual(before);
  });
});

describe.each([
  ["an advisor of another advisory", () => castActor(cast.june)],
  ["another student of the school", () => castActor(cast.ana)],
  ["a guardian of another student", () => castActor(cast.rosa)],
  [
    "the bearer of a consent link to another family",
    () => link("lakeview", "consent", theirs.askedConsentId, cast.rosa.personId),
  ],
  ["the bearer of another first contact", () => link("lakeview", "first-contact", theirs.barePursuitId, null)],
  [
    "the bearer of a proposal link of another family",
    () => link("lakeview", "introduce", cast.rosa.personId, cast.rosa.personId),
  ],
] as [string, () => Actor][])("%s", (_, stranger) => {
  test("learns nothing of the family and changes nothing of theirs", async () => {
    const actor = stranger();
    const family = { naming: [...FAMILY, theirs.pursuitId, theirs.consentId, theirs.introductionId] };
    const mayNot = verbs.filter(({ key, kinds }) => kinds.includes(actor.kind) && !isForAllStaff(actor, key));
    const before = await fingerprint(database, family);
    const reached: string[] = [];
    for (const verb of mayNot) {
      const answer = await call(verb, actor);
      if (threw(answer) || tells(answer, FAMILY_CANARY))
        reached.push(`${verb.key} tells ${JSON.stringify(answer).slice(0, 300)}`);
      const isOpen = OPEN_AT_SCHOOL[actor.kind]?.includes(verb.key);
      if (verb.takesInput && !isOpen && !isRefused(answer))
        reached.push(`${verb.key} answers ${JSON.stringify(answer).slice(0, 300)}`);
    }
    expect(reached).toEqual([]);
    expect(await fingerprint(database, family)).toEqual(before);
  });
});

test("those who may do get through to every verb, so that the tries above were real ones", async () => {
  const system: Actor = { ...sampleSchools.lakeview, kind: "system", job: "test" };
  const atHome: Actor[] = [
    castActor(cast.ines),
    castActor(cast.priya),
    castActor(cast.tom),
    castActor(cast.jada),
    castActor(cast.monique),
    castActor(cast.ingrid),
    system,
    link("lakeview", "introduction-invitation", theirs.introductionId, null),
    link("lakeview", "delete-me", theirs.introductionId, null),
    link("lakeview", "give", sampleSchools.lakeview.schoolId, null),
    link("lakeview", "offer", theirs.offerId, null),
    link("lakeview", "join", theirs.invitationId, theirs.personId),
    link("lakeview", "still-open", theirs.mentorId, theirs.mentorId),
  ];
  const shut: string[] = [];
  const inOrder = verbs.toSorted((one, other) => Number(isLast(one)) - Number(isLast(other)));
  for (const verb of inOrder) {
    const answers = [];
    for (const actor of atHome.filter(({ kind }) => verb.kinds.includes(kind))) answers.push(await call(verb, actor));
    if (!answers.some(isThrough)) shut.push(`${verb.key} ${JSON.stringify(answers).slice(0, 200)}`);
  }
  expect(shut).toEqual([]);
});

/**
 * All staff read whether a mentor of the district is suspended, and whom to ask.
 */
const isForAllStaff = ({ kind }: Actor, key: string) => kind === "staff" && key === "suspensions/openMentorSafety";

async function call({ key, run }: (typeof verbs)[number], actor: Actor): Promise<unknown> {
  return run(wiring, actor, inputOf(key, theirs)).catch((error) => ({ threw: String(error).slice(0, 200) }));
}

/** A new plan takes the place of the matches that others decide, what is deleted nobody renames, what is taken on nobody watches, of two contacts one is left, and a sequence that has ended takes nobody. */
const isLast = ({ key }: { key: string }) =>
  [
    "concerns/takeConcernOn",
    "matching/proposeMatches",
    "outreach/mergeContacts",
    "outreach/moveSequence",
    "people/removeContact",
    "search/deleteSearch",
  ].includes(key);
const threw = (answer: unknown) => (answer as { threw?: string })?.threw !== undefined;
const isRefused = (answer: unknown) => (answer as { ok?: boolean })?.ok === false;

/** Neither refused for who asks or what is asked about, nor broken. */
function isThrough(answer: unknown): boolean {
  const { reason = "" } = (answer ?? {}) as { reason?: string };
  return !threw(answer) && !["not_found", "not_permitted", "no_rights"].includes(reason);
}
