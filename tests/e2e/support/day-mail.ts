import path from "node:path";
import pg from "pg";
import { localPostgres } from "../../../db/local-postgres";

/** Lets what waits for somebody's mail of the day leave now: on one's own machine its hour may be many hours away. */
export async function sendDayMailTo(address: string): Promise<void> {
  const server = await localPostgres({ home: path.join(process.env.DATA_DIR ?? ".cache/browser-data", "postgres") });
  const database = new URL(server.superuserUrl);
  database.pathname = new URL(server.ownerUrl).pathname;
  const connection = new pg.Client({ connectionString: database.href });
  await connection.connect();
  await connection.query(LEAVE, [address]);
  await connection.end();
  await server.stop();
}

const LEAVE = `with waiting as (select id, first_value(id) over (order by id) as carrier from mails
      where recipient_mail = $1 and joins_day and day_at is null and state = 'queued'),
    leaving as (update mails m set day_at = now(), joined_in = nullif(w.carrier, m.id) from waiting w where m.id = w.id
      returning m.id, m.joined_in)
  select graphile_worker.add_job('deliver-mail', json_build_object('mailId', id), queue_name => 'mail', job_key => 'mail:' || id)
  from leaving where joined_in is null`;
