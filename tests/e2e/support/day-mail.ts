import { askPastWalls } from "./past-walls";

/** Lets what waits for somebody's mail of the day leave now: on one's own machine its hour may be many hours away. */
export async function sendDayMailTo(address: string): Promise<void> {
  await askPastWalls(LEAVE, [address]);
}

const LEAVE = `with waiting as (select id, first_value(id) over (order by id) as carrier from mails
      where recipient_mail = $1 and joins_day and day_at is null and state = 'queued'),
    leaving as (update mails m set day_at = now(), joined_in = nullif(w.carrier, m.id) from waiting w where m.id = w.id
      returning m.id, m.joined_in)
  select graphile_worker.add_job('deliver-mail', json_build_object('mailId', id), queue_name => 'mail', job_key => 'mail:' || id)
  from leaving where joined_in is null`;
