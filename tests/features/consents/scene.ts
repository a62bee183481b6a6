import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { LinkActor } from "~/domain/actor";
import { openLink } from "~/features/accounts/open-link.server";
import { answerConsent, type ConsentAnswer } from "~/features/consents/answer-consent.server";
import type { HolderActor } from "~/features/consents/find-own-consent.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { type CastStudent, cast, castActor, sampleGuardianCode } from "~db/cast";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { createSeededDatabase } from "../../support/seeded-database";
import { sql } from "../../support/sql";
import { createTestWiring, type TestWiring } from "../../support/wiring";

/** The sample schools in a database of its own for each test of a file, with the verbs that lead to a consent. */
export interface Scene {
  database: TestDatabase;
  wiring: TestWiring;
}

export function useScene(): Scene {
  const scene = {} as Scene;
  let sample: TestDatabase;
  beforeAll(async () => {
    sample = await createSeededDatabase();
  });
  beforeEach(async () => {
    scene.database = await createTestDatabase({ from: sample });
    scene.wiring = createTestWiring(scene.database);
  });
  afterEach(async () => {
    await scene.wiring.close();
    await scene.database.drop();
  });
  afterAll(() => sample.drop());
  return scene;
}

/** A placement whose mentor is named and takes mail, and that waits for no other gate before the first contact. */
export const CLINIC = "Help care for animals at a clinic";

/** A student of Lakeview asks for a placement and Ines approves; the consents asked for by that, in the order of the calls. */
export async function approve(
  { database, wiring }: Scene,
  { student = cast.ana, title = CLINIC }: { student?: CastStudent; title?: string } = {},
): Promise<{ pursuitId: string; consentIds: string[] }> {
  const [listing] = await sql<{ id: string }>(
    database,
    `select l.id from listings l join placements p on p.district_id = l.district_id and p.id = l.placement_id
      where l.school_id = $1 and p.title = $2`,
    [student.schoolId, title],
  );
  const requested = await requestPursuit(wiring, castActor(student), { listingId: listing?.id ?? "", note: "" });
  if (!requested.ok) throw new Error(`the request was refused: ${requested.reason}`);
  const { pursuitId } = requested.value;
  const approved = await approvePursuit(wiring, castActor(cast.ines), { pursuitId });
  if (!approved.ok) throw new Error(`the approval was refused: ${approved.reason}`);
  const consents = await sql<{ id: string }>(
    database,
    `select c.id from consents c left join guardian_links g on g.school_id = c.school_id
      and g.student_id = c.student_id and g.guardian_id = c.guardian_id
      where c.student_id = $1 and c.requested_at = $2 order by g.call_order`,
    [student.personId, wiring.clock.now().toISOString()],
  );
  return { pursuitId, consentIds: consents.map(({ id }) => id) };
}

/** The consent request that the sample already holds about a student. */
export async function findSampleConsent({ database }: Scene, student: string, purpose = "looking"): Promise<string> {
  const [row] = await sql<{ id: string }>(
    database,
    `select c.id from consents c join people p on p.school_id = c.school_id and p.id = c.student_id
      where p.full_name = $1 and c.purpose = $2`,
    [student, purpose],
  );
  if (!row) throw new Error(`the sample has no ${purpose} consent about ${student}`);
  return row.id;
}

/** The token of the newest mailed link to a consent. */
export async function readConsentToken({ database }: Scene, consentId: string): Promise<string> {
  const [mail] = await sql<{ props: { link: string } }>(
    database,
    `select props from mails where kind in ('consent-request', 'consent-reminder') and dedupe_key like '%' || $1 || '%'
      order by id desc limit 1`,
    [consentId],
  );
  const token = /\/consent\/([\w-]+)$/.exec(mail?.props.link ?? "")?.[1];
  if (!token) throw new Error("no link was mailed");
  return token;
}

/** Who acts through the newest mailed link to a consent. */
export async function bearerOf(scene: Scene, consentId: string): Promise<LinkActor> {
  const opened = await openLink(scene.wiring, { token: await readConsentToken(scene, consentId), kinds: ["consent"] });
  if (!opened.ok) throw new Error(`the link was refused: ${opened.reason}`);
  return opened.value;
}

/** Answers as a guardian does who has the right code and signs in full; a test changes what it is about. */
export function answer(
  { wiring }: Scene,
  actor: HolderActor,
  given: Pick<ConsentAnswer, "consentId"> & Partial<ConsentAnswer>,
) {
  return answerConsent(wiring, actor, {
    answer: "give",
    typedName: cast.rosa.name,
    relationship: "mother",
    code: sampleGuardianCode,
    studentBrowser: false,
    ...given,
  });
}

export interface StoredConsent extends Record<string, unknown> {
  state: string;
  channel: string | null;
  signed_name: string;
  signed_relationship: string;
  interpreter: string;
  evidence: string;
  recorded_by: string | null;
  same_address_as_student: boolean;
  reminded_at: string | null;
  valid_until: string | null;
}

export async function readConsent({ database }: Scene, consentId: string): Promise<StoredConsent> {
  const [row] = await sql<StoredConsent>(database, "select *, valid_until::text from consents where id = $1", [
    consentId,
  ]);
  if (!row) throw new Error("there is no such consent");
  return row;
}

export interface StoredAct extends Record<string, unknown> {
  transition: string;
  actor_kind: string;
  actor_id: string | null;
  on_behalf_of: string | null;
  channel: string;
  language: string | null;
  interpreter: string;
  evidence: string;
  from_state: string | null;
  to_state: string | null;
}

/** What the audit log says of a thing, oldest first. */
export function readActs({ database }: Scene, nounId: string): Promise<StoredAct[]> {
  return sql<StoredAct>(database, "select * from audit_log where noun_id = $1 order by at, id", [nounId]);
}

export async function readPursuitState({ database }: Scene, pursuitId: string): Promise<string | undefined> {
  const [row] = await sql<{ state: string }>(database, "select state from pursuits where id = $1", [pursuitId]);
  return row?.state;
}

/** Open tasks of a kind about one thing. */
export function listTasksAbout({ database }: Scene, kind: string, subjectId: string) {
  return sql<{ id: string; props: Record<string, unknown> }>(
    database,
    "select id, props from staff_tasks where kind = $1 and subject_id = $2 and state = 'open' order by id",
    [kind, subjectId],
  );
}

/** Mails of a kind to somebody, oldest first. */
export function listMailsTo({ database }: Scene, kind: string, personId: string) {
  return sql<{ id: string; state: string; props: Record<string, string>; recipient_language: string }>(
    database,
    `select id, state, props, recipient_language from mails
      where kind = $1 and $2 in (recipient_person_id, recipient_mentor_id) order by id`,
    [kind, personId],
  );
}

/** Everything a request without effect must leave as it was. */
export async function countEverything({ database }: Scene): Promise<Record<string, unknown>> {
  const [counts] = await sql(
    database,
    `select (select count(*) from audit_log) as acts, (select count(*) from mails) as mails,
      (select count(*) from identity.links) as links, (select count(*) from staff_tasks) as tasks,
      (select string_agg(id || state || coalesce(answered_at::text, ''), ',' order by id) from consents) as consents,
      (select string_agg(guardian_id || attempts::text, ',' order by guardian_id, school_id) from guardian_codes) as codes`,
  );
  return counts ?? {};
}

/** Takes the answers of the sample about a student out of force, so that everybody is asked again. */
export async function forgetAnswers({ database }: Scene, student: CastStudent): Promise<void> {
  await sql(database, "update consents set state = 'lapsed' where student_id = $1", [student.personId]);
}
