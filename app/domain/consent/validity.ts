/** Purposes that are asked for a school year rather than for one engagement. */
const YEARLY = new Set(["looking", "emergency", "health", "photo", "portfolio"]);

/**
 * The last civil date (YYYY-MM-DD) on which a consent given on `on` holds: a year for yearly purposes, null (the whole
 * engagement) for the others. 29 February becomes 28 February.
 */
export function validUntil(purpose: string, on: string): string | null {
  if (!YEARLY.has(purpose)) return null;
  const [year, month, day] = on.split("-");
  return `${Number(year) + 1}-${month}-${month === "02" && day === "29" ? "28" : day}`;
}
