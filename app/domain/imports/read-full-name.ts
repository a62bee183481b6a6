/**
 * A name from its cells: in two parts, or whole. "Lee, Ana" is how lists are sorted, not how anybody is called.
 */
export function readFullName({ given, family, whole }: { given: string; family: string; whole: string }): string {
  if (whole === "" || (given && family)) return [given, family].filter(Boolean).join(" ");
  const [last = "", first, ...more] = whole.split(/\s*,\s*/);
  return first && more.length === 0 ? `${first} ${last}` : whole;
}
