import type pg from "pg";

interface ConcurrentIndex {
  /** Schema of the table; `public` where it is left out. */
  schema?: "identity";
  name: string;
  /** Table and columns, as `create index` takes them. */
  on: string;
  /** Whether it keeps two rows from being the same there. */
  isUnique?: true;
}

/**
 * Indexes that join a table which may be large by then. They are not part of a migration: each is built beside the running
 * product, without a lock that anybody waits for, and a half-built one is built anew by the next start.
 */
export const concurrentIndexes: readonly ConcurrentIndex[] = [
  // A student's own page, the limit of live pursuits and an advisory ask by student, in every state.
  { name: "pursuits_by_student", on: "pursuits (school_id, student_id)" },
  // The page of a pursuit, and every end of one, ask for its visits.
  { name: "visits_of_pursuit", on: "visits (school_id, pursuit_id, starts_at)" },
  // The board and every approval ask which approvals wait; of all proposals ever made these are a handful.
  { name: "matches_held", on: "matches (school_id, listing_id) where state = 'held'" },
  // A check asks for the entries of the lines of Stripe's balance that are others'.
  {
    name: "fund_entries_by_balance_line",
    on: "fund_entries (school_id, book, balance_line) where balance_line is not null",
  },
  // What the connected account does not know is written down once, as other differences are.
  {
    name: "fund_differences_missing_once",
    on: "fund_differences (school_id, book, reference) where kind = 'missing_object'",
    isUnique: true,
  },
  // Whoever deletes a person looks for what files said of them.
  { name: "import_rows_by_person", on: "import_rows (school_id, person_id) where person_id is not null" },
  // Whoever deletes a contact does so, too.
  { name: "import_rows_by_contact", on: "import_rows (school_id, contact_id) where contact_id is not null" },
  // Whoever deletes a mentor looks for those who went into them.
  { name: "mentors_by_merged_into", on: "mentors (district_id, merged_into) where merged_into is not null" },
  // A file that goes on to write a name knows whom it went into.
  { name: "people_by_merged_into", on: "people (school_id, merged_into) where merged_into is not null" },
  // Whoever deletes a person looks for the transfer by which they came.
  { name: "transfers_by_received", on: "transfers (to_school_id, received_as) where received_as is not null" },
  // An invitation that is taken back ends what a browser has begun with it.
  { schema: "identity", name: "challenges_by_joined_link", on: "challenges (joins_link)" },
  // Two messages of a conversation never have one number.
  {
    name: "messages_by_reached",
    on: "messages (school_id, thread_id, reached) where reached is not null",
    isUnique: true,
  },
  // Every quarter of an hour a job asks whose turn has run out; of all conversations few have one.
  { name: "threads_by_held_end", on: "threads (school_id, held_until) where held_until is not null" },
  // A form that is sent twice books once; most rows come from no form.
  { name: "gifts_by_form", on: "gifts (school_id, form_key) where form_key is not null", isUnique: true },
  {
    name: "fund_allocations_by_form",
    on: "fund_allocations (school_id, form_key) where form_key is not null",
    isUnique: true,
  },
  { name: "fund_entries_by_form", on: "fund_entries (school_id, form_key) where form_key is not null", isUnique: true },
  // What a misspelled word may stand for is looked for among the words of about its length.
  { name: "search_terms_by_length", on: "search_terms (index_name, length(term), term)" },
  // A number is one student's: files of families refer to it.
  { name: "students_by_number", on: "students (school_id, student_number)", isUnique: true },
  // A yes to the first introduction of somebody tells the families whose introductions joined it.
  { name: "introductions_joined", on: "introductions (school_id, joined_to) where joined_to is not null" },
  // Whatever becomes of a day's mail becomes of those that it carries.
  { name: "mails_joined_in", on: "mails (joined_in, school_id) where joined_in is not null" },
  // A job asks often whose mails wait for the day's, and whether its reader has had one.
  { name: "mails_waiting_for_day", on: "mails (school_id) where joins_day and day_at is null and state = 'queued'" },
  { name: "mails_of_a_day", on: "mails (school_id, day_at) where day_at is not null" },
  // Every question leaves out what is over. That is little, since a check takes it out of the index within a day.
  {
    name: "search_documents_by_last_day",
    on: "search_documents (index_name, ((numbers ->> 'endsAt')::double precision)) where not removed",
  },
];

/** Any number that all versions of the app agree on, and no other lock uses. */
const KEY = 4_212;

/** Builds what is missing, as the owner. While another process builds, this one leaves it to that. Answers what it built. */
export async function buildConcurrentIndexes(
  pool: pg.Pool,
  indexes: readonly ConcurrentIndex[] = concurrentIndexes,
): Promise<string[]> {
  const owner = await pool.connect();
  try {
    const { rows } = await owner.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [KEY]);
    if (!rows[0]?.taken) return [];
    const built: string[] = [];
    for (const { schema = "public", name, on, isUnique } of indexes) {
      const state = await stateOf(owner, `${schema}.${name}`);
      if (state === "valid") continue;
      if (state === "broken") await owner.query(`drop index concurrently ${schema}.${name}`);
      await owner.query(`create ${isUnique ? "unique " : ""}index concurrently ${name} on ${schema}.${on}`);
      built.push(name);
    }
    await owner.query("select pg_advisory_unlock($1)", [KEY]);
    return built;
  } finally {
    owner.release();
  }
}

async function stateOf(owner: pg.PoolClient, name: string): Promise<"valid" | "broken" | "absent"> {
  const { rows } = await owner.query<{ indisvalid: boolean }>(
    "select i.indisvalid from pg_index i where i.indexrelid = to_regclass($1)",
    [name],
  );
  return rows[0] === undefined ? "absent" : rows[0].indisvalid ? "valid" : "broken";
}
