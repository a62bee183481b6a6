import { cast, sampleSchools } from "~db/cast";

const { schoolId, districtId } = sampleSchools.lakeview;

/** A letter with a code for the victim. Its link has the same id, as the tests make their links. */
export const theirInvitation = { invitationId: "01990000-0ffe-7000-8000-00000000f0e1" };
/** A mail to her guardian, of which nobody was reminded. */
export const MAILED = "01990000-0ffe-7000-8000-00000000f0e2";
const ID = theirInvitation.invitationId;

export const INVITATION_FURNITURE = [
  `insert into invitations (school_id, id, person_id, way, note, invited_by, invited_at, expires_at)
    values ('${schoolId}', '${ID}', '${cast.jada.personId}', 'letter', 'Given to her aunt', '${cast.ines.personId}', '2026-10-01', '2026-11-01')`,
  `insert into invitations (school_id, id, person_id, way, contact_point_id, invited_at, expires_at)
    select school_id, '${MAILED}', person_id, 'mail', id, '2026-10-01', '2026-11-01' from contact_points
    where school_id = '${schoolId}' and person_id = '${cast.monique.personId}' and kind = 'mail' limit 1`,
  `insert into identity.links (id, token_hash, kind, school_id, district_id, subject_id, person_id, language, expires_at)
    values ('${ID}', sha256('${ID}'), 'join', '${schoolId}', '${districtId}', '${ID}', '${cast.jada.personId}', 'en', '2026-11-01')`,
];
