import type { Stage } from "./stage";

/** The tables whose rows begin and move by a verb, by the noun of the audit log. */
const WATCHED = { pursuit: "pursuits", consent: "consents", engagement: "engagements", match: "matches" };

/** Lets the database itself write down every state a row takes, whoever changes it. */
export async function watchStates(stage: Stage): Promise<void> {
  await stage.rows(`create table seen_states (seq bigserial, noun text, id uuid, was text, became text);
    create function see_state() returns trigger language plpgsql security definer set search_path = public as $$ begin
      if tg_op = 'INSERT' or new.state is distinct from old.state then
        insert into seen_states (noun, id, was, became)
          values (tg_argv[0], new.id, case when tg_op = 'UPDATE' then old.state end, new.state);
      end if;
      return null;
    end $$;
    create table seen_acts (seq bigserial, id uuid);
    create function see_act() returns trigger language plpgsql security definer set search_path = public as $$ begin
      insert into seen_acts (id) values (new.id);
      return null;
    end $$;
    create trigger see_act after insert on audit_log for each row execute function see_act();`);
  for (const [noun, table] of Object.entries(WATCHED))
    await stage.rows(
      `create trigger see_state after insert or update on ${table} for each row execute function see_state('${noun}')`,
    );
}

/**
 * What the database saw, per noun and thing, in order: `["", "requested"], ["requested", "approved"], …`. That a proposal
 * begins is no act of its own: a plan or an approval makes it.
 */
export function readStates(stage: Stage): Promise<History> {
  return read(
    stage,
    "select noun, id, was, became from seen_states where noun <> 'match' or was is not null order by seq",
  );
}

/** The same out of the audit log. Acts that change no state of the thing, such as a gate, are left out. */
export function readAudit(stage: Stage): Promise<History> {
  return read(
    stage,
    `select noun, noun_id as id, from_state as was, to_state as became from audit_log join seen_acts using (id)
      where to_state is not null and transition not like 'gate:%' and noun = any('{${Object.keys(WATCHED)}}')
      order by seq`,
  );
}

type History = Record<string, string[]>;

async function read(stage: Stage, query: string): Promise<History> {
  const history: History = {};
  for (const { noun, id, was, became } of await stage.rows<Record<"noun" | "id" | "was" | "became", string>>(query)) {
    const key = `${noun} ${id}`;
    history[key] = [...(history[key] ?? []), `${was ?? "nothing"} -> ${became}`];
  }
  return history;
}
