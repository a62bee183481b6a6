import { sql } from "kysely";

/**
 * Who of a host was told of a student, pursuit by pursuit: whom the disclosure names, and whom it named before what was under way went
 * over to the next lead, which the log keeps. A piece of a query.
 */
export const TOLD_MENTORS = sql<{ school_id: string; district_id: string; pursuit_id: string; mentor_id: string }>`(
  select d.school_id, d.district_id, d.pursuit_id, d.mentor_id from disclosures d where d.mentor_id is not null
  union
  select d.school_id, d.district_id, d.pursuit_id, au.from_state::uuid from disclosures d
    join audit_log au on au.school_id = d.school_id and au.noun = 'pursuit' and au.noun_id = d.pursuit_id
      and au.transition = 'disclose' and au.from_state is not null)`;
