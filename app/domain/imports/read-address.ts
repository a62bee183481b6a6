import { fold } from "./clean-text";
import { type Literal, readLiteral } from "./read-literal";
import { type Coordinates, readCoordinates } from "./read-number";

export interface AddressParts {
  street: string;
  city: string;
  region: string;
  postcode: string;
  coordinates: Coordinates | null;
}

const NAMES = {
  street: ["street", "address", "address 1", "address1", "line1", "street address", "calle", "direccion"],
  city: ["city", "town", "locality", "ciudad", "municipio"],
  region: ["state", "region", "province", "estado", "provincia"],
  postcode: ["zip", "zipcode", "zip code", "postcode", "postal code", "postalcode", "codigo postal"],
  latitude: ["latitude", "lat", "y"],
  longitude: ["longitude", "lng", "lon", "long", "x"],
} as const;

/** "(40.71, -74.00)" at the end of a text, as open-data portals write a place. */
const POINT_AT_END = /\(\s*(-?\d{1,3}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\s*\)\s*$/;
/** Well-known text puts the longitude first (OGC 06-103r4). */
const WELL_KNOWN_POINT = /^POINT\s*\(\s*(-?\d{1,3}(?:\.\d+)?)\s+(-?\d{1,3}(?:\.\d+)?)\s*\)$/i;

/**
 * An address out of one cell: JSON, a Python dictionary (also one inside a string of the other), GeoJSON or well-known
 * text of a point, or plain text, which is the street. Null when the cell looks like data and cannot be read.
 */
export function readAddress(cell: string): AddressParts | null {
  const text = cell.trim();
  const [, longitude, latitude] = WELL_KNOWN_POINT.exec(text) ?? [];
  if (latitude && longitude) return { ...NOWHERE, coordinates: readCoordinates(latitude, longitude) };
  if (/^[{[]/.test(text)) return fromLiteral(readLiteral(text));
  const [, north, east] = POINT_AT_END.exec(text) ?? [];
  const street = text
    .replace(POINT_AT_END, "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join(", ");
  return { ...NOWHERE, street, coordinates: north && east ? readCoordinates(north, east) : null };
}

const NOWHERE: AddressParts = { street: "", city: "", region: "", postcode: "", coordinates: null };

function fromLiteral(literal: Literal | undefined): AddressParts | null {
  if (literal === undefined) return null;
  const leaves = new Map<string, string>();
  collect(literal, "", leaves);
  const part = (names: readonly string[]) => names.map((name) => leaves.get(name)).find(Boolean) ?? "";
  const found = {
    street: part(NAMES.street),
    city: part(NAMES.city),
    region: part(NAMES.region),
    postcode: part(NAMES.postcode),
    coordinates: readCoordinates(part(NAMES.latitude), part(NAMES.longitude)),
  };
  return leaves.size > 0 ? found : null;
}

/** Gathers what is written under each name, on every level and inside strings that hold a literal themselves. */
function collect(literal: Literal, name: string, leaves: Map<string, string>): void {
  if (Array.isArray(literal)) {
    const [longitude, latitude] = literal;
    if (name === "coordinates" && typeof longitude === "number" && typeof latitude === "number") {
      leaves.set("longitude", String(longitude)).set("latitude", String(latitude));
    } else for (const item of literal) collect(item, name, leaves);
  } else if (typeof literal === "object" && literal !== null) {
    for (const [key, value] of Object.entries(literal)) collect(value, fold(key), leaves);
  } else if (typeof literal === "string" && /^\s*[{[]/.test(literal)) {
    const inner = readLiteral(literal);
    if (inner !== undefined) collect(inner, name, leaves);
  } else if (literal !== null && !leaves.has(name)) leaves.set(name, String(literal).trim());
}
