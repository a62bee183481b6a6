import { cast, sampleSchools } from "~db/cast";
import type { TestDatabase } from "../../support/database";
import { sql } from "../../support/sql";

const { schoolId } = sampleSchools.lakeview;

/** Ids that hang together: Jada's own, and those of what she is part of. */
const IDS = {
  pursuitId: "u.id",
  listingId: "u.listing_id",
  organisationId: "u.organisation_id",
  placementId: "l.placement_id",
  mentorId: "p.lead_mentor_id",
  siteId: "p.site_id",
  areaId: "st.area_id",
  searchKey: "st.search_key",
  sourceKey: "p.source_key",
  nameKey: "o.name_key",
  mentorMail: "mc.value",
  consentId: "c.id",
  guardianId: "c.guardian_id",
  letterCode: "c.letter_code",
  askedConsentId: "asked.id",
  staffId: "ad.advisor_id",
  introductionId: "i.id",
  proposedBy: "i.proposed_by",
  mail: "i.mentor_mail",
  taskId: "t.id",
  pairTaskId: "tp.id",
  claimTaskId: "tc.id",
  dedupeKey: "t.dedupe_key",
  runId: "r.id",
  matchId: "m.id",
  importId: "f.id",
  studentsImportId: "fs.id",
  contactsImportId: "fc.id",
  guardiansImportId: "fg.id",
  wordId: "sw.id",
  keptWordId: "kw.id",
  jobId: "wj.id",
  barePursuitId: "bare.id",
  freePlacementId: "fp.id",
  freeOrganisationId: "fp.organisation_id",
  freeListingId: "fl.id",
  otherMentorId: "om.id",
  sittingId: "sit.id",
  searchId: "ss.id",
  advisoryId: "ad.id",
  linkId: "gl.id",
  contactPointId: "cp.id",
  membershipId: "ms.id",
  scanId: "(select sc.id from scans sc where (sc.school_id, sc.consent_id) = (u.school_id, c.id))",
  clearanceId:
    "(select cl.id from clearances cl where (cl.school_id, cl.mentor_id, cl.type) = (u.school_id, p.lead_mentor_id, 'state') limit 1)",
};
export type Ids = Record<keyof typeof IDS, string>;

export async function findIds(database: TestDatabase): Promise<Ids> {
  const [found] = await sql<Ids>(
    database,
    `select ${Object.entries(IDS)
      .map(([name, column]) => `${column} as "${name}"`)
      .join(", ")}
    from pursuits u join listings l on (l.school_id, l.id) = (u.school_id, u.listing_id) join placements p on p.id = l.placement_id
      join students st on (st.school_id, st.id) = (u.school_id, u.student_id)
      join organisations o on o.id = u.organisation_id join mentor_contact_points mc on mc.mentor_id = p.lead_mentor_id and mc.kind = 'mail'
      join consents c on (c.school_id, c.student_id, c.purpose, c.state) = (u.school_id, u.student_id, 'looking', 'given')
      join consents asked on (asked.school_id, asked.state) = (u.school_id, 'requested')
      join advisory_members am on (am.school_id, am.student_id) = (u.school_id, u.student_id)
      join advisories ad on (ad.school_id, ad.id) = (am.school_id, am.advisory_id)
      join introductions i on i.school_id = u.school_id and i.state = 'invited'
      join staff_tasks t on t.school_id = u.school_id and t.state = 'open' and t.kind = 'find_contact'
      join staff_tasks tp on tp.school_id = u.school_id and tp.state = 'open' and tp.kind = 'relative_pair'
      join staff_tasks tc on tc.school_id = u.school_id and tc.state = 'open' and tc.kind = 'confirm_organisation' and tc.subject_id = i.id
      join graphile_worker._private_jobs wj on wj.key = 'sync-students:' || st.search_key
      join school_words sw on sw.school_id = u.school_id and sw.word = 'critters'
      join school_words kw on kw.school_id = u.school_id and kw.word = 'varmint'
      join match_runs r on r.school_id = u.school_id join matches m on (m.school_id, m.run_id) = (r.school_id, r.id)
      join imports f on f.school_id = u.school_id and f.kind = 'placements'
      join imports fg on fg.school_id = u.school_id and fg.kind = 'guardians'
      join imports fs on fs.school_id = u.school_id and fs.kind = 'students'
      join imports fc on fc.school_id = u.school_id and fc.kind = 'contacts'
      join pursuits bare on bare.school_id = u.school_id and bare.state = 'requested'
      join placements fp on fp.district_id = l.district_id
        and not exists (select from listings x where x.school_id = u.school_id and x.placement_id = fp.id)
      join listings fl on fl.school_id = u.school_id and fl.state = 'published'
        and not exists (select from wishes x where x.school_id = u.school_id and x.listing_id = fl.id)
      join interest_sittings sit on (sit.school_id, sit.student_id) = (u.school_id, u.student_id)
      join saved_searches ss on (ss.school_id, ss.student_id) = (u.school_id, u.student_id)
      join guardian_links gl on (gl.school_id, gl.student_id, gl.guardian_id) = (u.school_id, u.student_id, c.guardian_id)
      join contact_points cp on (cp.school_id, cp.person_id, cp.kind) = (u.school_id, c.guardian_id, 'mail')
      join identity.memberships ms on (ms.school_id, ms.person_id) = (u.school_id, c.guardian_id)
      join mentors om on om.district_id = l.district_id and om.id <> p.lead_mentor_id
    where u.school_id = $1 and u.student_id = $2 and u.state = 'contacted' limit 1`,
    [schoolId, cast.jada.personId],
  );
  if (!found) throw new Error("the sample has no such pursuit any more");
  return found;
}
