/** An id as we write it ourselves: a lower-case uuid (RFC 9562). Postgres refuses a query that is asked with anything else. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
