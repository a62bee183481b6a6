/** Tables without row-level security, and why each may do without. */
export const UNWALLED_TABLES: Record<string, string> = {
  "identity.accounts": "an account is global; only app_identity is granted it, and a sign-in knows no school yet",
  "identity.challenges": "belongs to a browser that has not signed in; only app_identity is granted it",
  "identity.rate_limits": "holds keyed hashes and counts; only app_identity is granted it",
  "identity.sessions": "belongs to an account, before a school is known; only app_identity is granted it",
  "public.search_documents": "ids and search words without names; a policy would keep Postgres from its indexes (0008)",
  "public.search_indexes": "names of the indexes and counts of their documents",
  "public.search_postings": "pairs of numbers; rows found are read again under the reader's scope",
  "public.search_terms": "single words without the document they stand in",
};

/** Functions that run with the owner's rights, and what keeps each harmless. */
export const DEFINER_FUNCTIONS: Record<string, string> = {
  "app.enqueue(text,json,text,timestamp with time zone,text,integer,integer)":
    "adds a job of the catalogue for the school of the transaction; the library's tables refuse everybody but their owner",
  "app.ensure_account(text,text)":
    "answers the id of one address that the caller names itself; the scoped role reads no account",
};

/** References that carry neither school nor district, and why no row behind a wall can be reached through them. */
export const SINGLE_REFERENCES: Record<string, string> = {};
