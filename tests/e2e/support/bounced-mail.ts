import path from "node:path";
import pg from "pg";
import { cast } from "../../../db/cast";
import { localPostgres } from "../../../db/local-postgres";

const PROPS = {
  familyName: "Anja",
  mentorName: "Leo",
  schoolName: "Lakeview High School",
  helpName: "Ines Duarte",
  helpPhone: "+1 206 555 0142",
  link: "https://throughline.example/introduce",
};

/**
 * A mail to Anja that left and came back, with the task that its report opens: on one's own machine nothing comes back.
 * To her, since whoever corrects the address changes where she is written to from then on, and no other test waits for her mail.
 */
export async function bounceMailToAnja(address: string): Promise<void> {
  const server = await localPostgres({ home: path.join(process.env.DATA_DIR ?? ".cache/browser-data", "postgres") });
  const database = new URL(server.superuserUrl);
  database.pathname = new URL(server.ownerUrl).pathname;
  const connection = new pg.Client({ connectionString: database.href });
  await connection.connect();
  const { schoolId, districtId, personId } = cast.anja;
  await connection.query(BOUNCED, [schoolId, districtId, personId, address, JSON.stringify(PROPS)]);
  await connection.end();
  await server.stop();
}

const BOUNCED = `with mail as (
    insert into mails (school_id, district_id, kind, category, props, recipient_mail, recipient_language, recipient_person_id,
      dedupe_key, state, sent_at, arrival, arrival_at)
    values ($1, $2, 'introduction-thanks', 'transactional', $5, $4, 'en', $3, 'bounced:' || $4, 'sent', now(), 'bounced', now()) returning *)
  insert into staff_tasks (school_id, kind, subject_noun, subject_id, props, dedupe_key)
  select school_id, 'mail_undeliverable', 'mail', id,
    jsonb_build_object('mailKind', kind, 'reason', 'bounced', 'personId', recipient_person_id, 'mentorId', ''), 'mail:' || id from mail`;
