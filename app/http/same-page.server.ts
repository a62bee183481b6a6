/** The address that a form was posted from, with the page of each list; without Remix's own mark of an index route. */
export function samePage(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("index");
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}
