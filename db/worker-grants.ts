import type pg from "pg";

/**
 * Lets app_worker poll for jobs. The library closes its tables to everybody but their owner, so each needs a policy;
 * the owner runs this after every migration of the job tables, and again does no harm.
 */
export async function grantWorker(pool: pg.Pool): Promise<void> {
  await pool.query(`do $$
    declare target regclass;
    begin
      grant usage on schema graphile_worker to app_worker;
      grant select, insert, update, delete on all tables in schema graphile_worker to app_worker;
      grant usage, select on all sequences in schema graphile_worker to app_worker;
      grant execute on all functions in schema graphile_worker to app_worker;
      for target in
        select c.oid from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      loop
        execute format('drop policy if exists worker_all on %s', target);
        execute format('create policy worker_all on %s to app_worker using (true) with check (true)', target);
      end loop;
    end $$`);
}
