import type { LinkKind } from "~/domain/actor";
import { cast, castOrganisations, sampleSchools } from "~db/cast";
import { invitationCodeHash } from "~db/invitations.server";
import { insertLink, insertLinkOfHash, newLinkToken } from "~db/links.server";
import { withScope } from "~db/scope.server";
import type { TestDatabase } from "./database";
import { sql } from "./sql";
import type { TestWiring } from "./wiring";

/** What a mailed link is tried with: the one of the page, one of another page, one nobody made, one whose days are over. */
export interface LinkSet {
  right: string;
  other: string;
  madeUp: string;
  old: string;
}
export type Bearer = keyof LinkSet;

type MailedKind = Exclude<LinkKind, "school-invitation">;
type Subject = { school: "lakeview" | "harbor"; subjectId: string; personId?: string; organisationId?: string };

/** A consent's link introduces people too. */
const OTHER: Partial<Record<MailedKind, MailedKind>> = { consent: "introduce", introduce: "first-contact" };

/** The links of the sample's mails, by the first word of their address. */
export async function prepareLinks(
  database: TestDatabase,
  wiring: TestWiring,
  pursuitId: string,
): Promise<Record<MailedKind | "invitation" | "concern" | "question" | "offering", LinkSet>> {
  const [found] = await sql<{ consent: string; introduction: string }>(
    database,
    `select
      (select id from consents where student_id = $1 and state = 'requested' and purpose = 'looking') as consent,
      (select id from introductions where school_id = $2 and state = 'invited') as introduction`,
    [cast.mateo.personId, sampleSchools.harbor.schoolId],
  );
  if (!found?.consent || !found.introduction) throw new Error("the sample has changed");
  const subjects: Record<MailedKind, Subject> = {
    consent: { school: "harbor", subjectId: found.consent, personId: cast.rosaAtHarbor.personId },
    "first-contact": {
      school: "lakeview",
      subjectId: pursuitId,
      personId: cast.ingrid.personId,
      organisationId: castOrganisations["harbor-bike-works"].organisationId,
    },
    "introduction-invitation": { school: "harbor", subjectId: found.introduction },
    "still-open": { school: "lakeview", subjectId: cast.maya.personId, personId: cast.maya.personId },
    "delete-me": { school: "harbor", subjectId: found.introduction },
    introduce: { school: "lakeview", subjectId: cast.monique.personId, personId: cast.monique.personId },
    give: { school: "lakeview", subjectId: sampleSchools.lakeview.schoolId },
    offer: { school: "lakeview", subjectId: OFFER_ID },
    join: { school: "lakeview", subjectId: INVITATION_ID, personId: cast.jada.personId },
  };
  const make = (kind: MailedKind, days: number) => makeLink(wiring, { kind, days, ...subjects[kind] });
  const setOf = async (kind: MailedKind): Promise<LinkSet> => ({
    right: await make(kind, 14),
    other: await make(OTHER[kind] ?? "consent", 14),
    madeUp: newLinkToken(),
    old: await make(kind, -1),
  });
  const invitation = await setOf("introduction-invitation");
  const give = await setOf("give");
  // gifts are opened by the links they were mailed with
  await sql(
    database,
    "update gifts set link_ids = (select array_agg(id) from identity.links where kind = 'give') where school_id = $1",
    [sampleSchools.lakeview.schoolId],
  );
  await sql(database, OFFER, [sampleSchools.lakeview.schoolId, sampleSchools.lakeview.districtId, OFFER_ID]);
  const offer = await setOf("offer");
  await sql(database, INVITATION, [sampleSchools.lakeview.schoolId, INVITATION_ID, cast.jada.personId]);
  await makeCode(wiring);
  return {
    join: await setOf("join"),
    offer,
    offering: offer,
    consent: await setOf("consent"),
    "first-contact": await setOf("first-contact"),
    "introduction-invitation": invitation,
    invitation,
    "still-open": await setOf("still-open"),
    "delete-me": await setOf("delete-me"),
    introduce: await setOf("introduce"),
    // a report is written with any link whose bearer meets a student; a donor's is none
    concern: { ...(await setOf("consent")), other: await make("give", 14) },
    // a question, with any
    question: await setOf("consent"),
    give,
  };
}

const OFFER_ID = "01990000-0ffe-7000-8000-00000000f0d1";
const OFFER = `insert into visitor_offers (school_id, district_id, id, state, language, what, full_name, organisation_name, mail, asked_at, lapses_at)
  values ($1, $2, $3, 'open', 'en', 'Build chairs', 'Cam Wood', 'Wood Shop of the Doors', 'cam@doors.example', '2026-10-14', '2026-12-14')`;

const INVITATION_ID = "01990000-0ffe-7000-8000-00000000f0d2";
const INVITATION = `insert into invitations (school_id, id, person_id, way, contact_point_id, invited_at, expires_at)
  select $1, $2, $3, 'mail', id, '2026-10-14', '2026-12-14' from contact_points
  where school_id = $1 and person_id = $3 and kind = 'mail' order by preferred desc, id limit 1`;

/** The code that good-forms.ts types. */
async function makeCode(wiring: TestWiring): Promise<void> {
  const { schoolId, districtId } = sampleSchools.lakeview;
  const expiresAt = new Date(wiring.clock.now().getTime() + 14 * 86_400_000);
  const link = { kind: "join", schoolId, districtId, subjectId: INVITATION_ID, language: "en", expiresAt } as const;
  const hash = invitationCodeHash(wiring.env.secret, "A1B2CD3E4F");
  await withScope(wiring, { kind: "system", job: "test", schoolId, districtId }, (tx) =>
    insertLinkOfHash(tx, link, hash),
  );
}

function makeLink(
  wiring: TestWiring,
  { kind, days, school, ...subject }: Subject & { kind: MailedKind; days: number },
): Promise<string> {
  const { schoolId, districtId } = sampleSchools[school];
  const expiresAt = new Date(wiring.clock.now().getTime() + days * 86_400_000);
  const system = { kind: "system", job: "test", schoolId, districtId } as const;
  return withScope(wiring, system, (tx) =>
    insertLink(tx, { kind, schoolId, districtId, language: "en", expiresAt, ...subject }),
  );
}
