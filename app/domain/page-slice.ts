/** Which rows of a list stand on a page; a page past the last is the last. */
export interface PageSlice {
  /** Counted from 1. */
  page: number;
  pages: number;
  offset: number;
  limit: number;
}

/** Cuts a list of `count` rows into pages of `limit` and answers the wanted one; what is no page number is the first. */
export function pageSlice({ count, limit, wanted }: { count: number; limit: number; wanted: number }): PageSlice {
  const pages = Math.max(1, Math.ceil(count / limit));
  const page = Number.isSafeInteger(wanted) ? Math.min(Math.max(1, wanted), pages) : 1;
  return { page, pages, offset: (page - 1) * limit, limit };
}
