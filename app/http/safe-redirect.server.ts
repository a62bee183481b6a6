/** A base that no address of ours can have: a target that keeps it stays on the site. */
const NOWHERE = "http://stays.invalid";

/**
 * The path, query and fragment of a target that stays on this site, or the fallback. Browsers drop tabs and line breaks and
 * read `\` as `/`, so `//x`, `/\x` and `/<tab>/x` all leave; a target with any of them is refused.
 */
export function safeRedirect(target: unknown, fallback = "/"): string {
  if (
    typeof target !== "string" ||
    target.length > 2_000 ||
    !/^\/(?![/\\])[\x21-\x7e]*$/.test(target) ||
    target.includes("\\")
  )
    return fallback;
  if (!URL.canParse(target, NOWHERE)) return fallback;
  const { origin, pathname, search, hash } = new URL(target, NOWHERE);
  // `/.//x` and `/x/..//y` come out as `//…`.
  return origin === NOWHERE && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : fallback;
}
