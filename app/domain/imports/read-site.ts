import { cleanLine, shorten } from "./clean-text";
import type { ImportedSite } from "./imported-placement";
import { readAddress } from "./read-address";
import { readCoordinates } from "./read-number";
import type { RowNote, WarningCode } from "./row-note";
import type { Target } from "./target";

const LONGEST_PART = 200;
/** USPS: five figures, or nine with a hyphen. */
const ZIP = /^\d{5}(?:-\d{4})?$/;

interface Row {
  /** One line of plain text. */
  line(target: Target): string;
  /** Plain text with its line breaks. */
  text(target: Target): string;
  raw(target: Target): string;
}

/**
 * Where a placement is: the columns for street, city and so on, and what they leave open from the address cell. Pairs of
 * columns win over the cell; a point that cannot be right is left out with a warning, never moved.
 */
export function readSite(row: Row, warn: (note: RowNote<WarningCode>) => void): ImportedSite {
  const cell = row.raw("address").trim();
  const looksLikeData = /^(?:[{[]|POINT\b)/i.test(cell);
  const address = cell ? readAddress(looksLikeData ? cell : row.text("address")) : null;
  if (cell && !address) warn({ code: "address_not_understood" });
  const part = (target: "street" | "city" | "region" | "postcode") => {
    const own = row.line(target) || cleanLine(address?.[target] ?? "", (text) => text);
    return shorten(own, LONGEST_PART);
  };
  const postcode = part("postcode").replace(/^(\d{5})(\d{4})$/, "$1-$2");
  if (postcode && !ZIP.test(postcode)) warn({ code: "postcode_unclear", detail: { value: postcode } });
  const typed = { latitude: row.line("latitude"), longitude: row.line("longitude") };
  const point = readCoordinates(typed.latitude, typed.longitude);
  if (!point && (typed.latitude || typed.longitude)) warn({ code: "coordinates_unusable", detail: { ...typed } });
  return {
    street: part("street"),
    city: part("city"),
    region: part("region"),
    postcode,
    coordinates: point ?? address?.coordinates ?? null,
  };
}
