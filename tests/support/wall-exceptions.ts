/** Tables without row-level security, and why each may do without. */
export const UNWALLED_TABLES: Record<string, string> = {
  "identity.accounts": "an account is global; only app_identity is granted it, and a sign-in knows no school yet",
  "identity.challenges": "belongs to a browser that has not signed in; only app_identity is granted it",
  "identity.rate_limits": "holds keyed hashes and counts; only app_identity is granted it",
  "identity.sessions": "belongs to an account, before a school is known; only app_identity is granted it",
  "public.search_checks": "counts of what differed, over all schools; only the system door reads them",
  "public.search_documents":
    "what placements say and students like, without names; a policy would keep Postgres from its indexes (0008), so no school's transaction may read it (0106)",
  "public.search_engines": "names and versions of engines; only the system door reads them",
  "public.search_indexes": "names of the indexes and counts of their documents",
  "public.search_postings": "pairs of numbers; rows found are read again under the reader's scope",
  "public.search_terms": "single words without the document they stand in",
};

/** Functions that run with the owner's rights, and what keeps each harmless. */
export const DEFINER_FUNCTIONS: Record<string, string> = {
  "app.enqueue(text,json,text,timestamp with time zone,text,integer,integer)":
    "adds a job of the catalogue for the school of the transaction; the library's tables refuse everybody but their owner",
  "app.account_of(text)": "answers the id behind one address that it is given, and makes nothing",
  "app.ensure_account(text,text)":
    "answers the id of one address that the caller names itself; the scoped role reads no account",
  "app.is_answered_elsewhere(bytea)":
    "says yes or no of one hash of an address, for the other schools of the district, and neither which nor who",
  "app.is_still_tried(uuid)": "says yes or no of one run of the school of the transaction, and of no other",
  "app.hurry_search_changes()": "has the waiting changes of the index come at once; takes nothing and answers nothing",
  "app.search_changes_wait()": "says yes or no of the whole installation's queue, and names no job, school or row",
  "app.own_jobs(text[])":
    "answers jobs of the index that belong to the school and district of the transaction, and no other",
  "app.settle_own_job(bigint,text)":
    "tries again or takes away one job that app.own_jobs answers in the same transaction",
};

/** References that carry neither school nor district, and why no row behind a wall can be reached through them. */
export const SINGLE_REFERENCES: Record<string, string> = {
  "identity.challenges.joins_link": "the link that this browser came with; only app_identity is granted challenges",
};

/** Ids that no key ties to a row, each with its reason. */
export const UNTIED_IDS: Record<string, string> = {
  "identity.links.person_id": "a person of the school or a mentor of the organisation, by the kind of link",
  "identity.links.subject_id":
    "a consent, a pursuit, an introduction or a school, by the kind of link; one of nothing finds nothing",
  "public.audit_log.actor_id": "the log outlives whom it names, on purpose",
  "public.audit_log.noun_id": "the log outlives what it names, on purpose",
  "public.audit_log.on_behalf_of": "the log outlives whom it names, on purpose",
  "public.audit_log.organisation_id": "the log outlives whom it names, on purpose",
  "public.concerns.message_id": "a sealed report outlives the message that it is about",
  "public.concerns.pursuit_id": "a sealed report outlives the conversation that it is about",
  "public.concern_reads.person_id": "who opened a sealed report is kept as long as the report",
  "public.concern_receipts.form_key": "the random number of a form; it refers to nothing",
  "public.concern_receipts.reporter_account": "a sealed report outlives the account of whoever sent it",
  "public.concern_receipts.reporter_link": "a sealed report outlives the link that it was sent with",
  "public.concern_told.person_id": "who was told of a sealed report is kept as long as the report",
  "public.concern_watch.acknowledged_by": "who looked after a sealed report is kept as long as the report",
  "public.concerns.about_mentor_id": "a sealed report outlives the erasure of whom it names",
  "public.concerns.about_person_id": "a sealed report outlives the erasure of whom it names",
  "public.concerns.about_student_id": "a sealed report outlives the erasure of whom it names",
  "public.concerns.reported_by": "a sealed report outlives the erasure of whom it names, and mentors report too",
  "public.contact_imports.import_id": "what a contact has from a file outlives the file",
  "public.fund_allocations.form_key": "the random number of a form; it refers to nothing",
  "public.fund_entries.form_key": "the random number of a form; it refers to nothing",
  "public.fund_entries.recorded_by": "the ledger is never changed, so it outlives whom it names",
  "public.gift_cheques.form_key": "the random number of a form; it refers to nothing",
  "public.gifts.form_key": "the random number of a form; it refers to nothing",
  "public.messages.form_key": "the random number of a form; it refers to nothing",
  "public.organisations.organisation_id": "its own id, generated, so that the walls of organisations hold here too",
  "public.search_indexes.changed": "random, the mark of the last write; it refers to nothing",
  "public.merges.gone_id": "the row is gone on purpose; an undo puts it back under this id",
  "public.merges.kept_id": "an organisation, by the noun beside it; one that is gone as well finds nothing",
  "public.staff_tasks.subject_id": "a row of the noun beside it; forgetTasksAbout empties it with that row",
  "public.suspension_pauses.thing_id": "a listing or an engagement of the school, by the noun beside it",
  "public.suspension_reasons.written_by": "who suspended a mentor is kept as long as the reason",
  "public.thread_members.told_in": "a mail that told of messages; that it left stays true after its row is gone",
  "public.students.search_key": "random, the name of a student in the search index; it refers to nothing",
  "public.visits.told_mentor_id": "whose calendar holds the entry, also once another mentor leads or the two are one",
};
