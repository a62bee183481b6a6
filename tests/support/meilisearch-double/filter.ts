/** The part of Meilisearch's filter language that the adapter speaks, read strictly: everything else is a fault. */

export type StoredRow = Record<string, unknown>;
type Predicate = (row: StoredRow) => boolean;

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|(>=|<=|[()[\],=])|([\w.~-]+))/uy;

interface Token {
  text: string;
  isString: boolean;
}

/** Throws on what it does not understand, and on fields that are not filterable. */
export function parseFilter(expression: string, filterable: readonly string[]): Predicate {
  const tokens = tokensOf(expression);
  const next = () => tokens.shift() ?? fail("ends too early");
  const at = (...texts: string[]) => texts.every((text, place) => isWord(tokens[place], text));
  const expect = (text: string) => (isWord(tokens[0], text) ? next() : fail(`wants ${text}`));

  const either = (): Predicate => {
    const parts = [both()];
    while (at("OR") && next()) parts.push(both());
    return (row) => parts.some((part) => part(row));
  };
  const both = (): Predicate => {
    const parts = [one()];
    while (at("AND") && next()) parts.push(one());
    return (row) => parts.every((part) => part(row));
  };
  const one = (): Predicate => {
    if (at("NOT") && next()) {
      const inner = one();
      return (row) => !inner(row);
    }
    if (at("(") && next()) {
      const inner = either();
      expect(")");
      return inner;
    }
    return at("_geoRadius") ? radius() : condition();
  };
  const radius = (): Predicate => {
    next();
    mayFilter("_geo");
    const [lat, lng, metres] = list("(", ")").map(({ text }) => Number(text)) as [number, number, number];
    return ({ _geo }) => _geo !== undefined && metresBetween(_geo as Geo, { lat, lng }) <= metres;
  };
  const condition = (): Predicate => {
    const { text: field } = next();
    mayFilter(field);
    if (at("NOT", "EXISTS")) return next() && next() && ((row) => valuesAt(row, field).length === 0);
    if (at("EXISTS")) return next() && ((row) => valuesAt(row, field).length > 0);
    if (at("IN") && next()) {
      const wanted = new Set(list("[", "]").map(({ text }) => fold(text)));
      return (row) => valuesAt(row, field).some((value) => wanted.has(fold(value)));
    }
    const { text: sign } = next();
    const { text: wanted } = next();
    if (sign === "=") return (row) => valuesAt(row, field).some((value) => fold(value) === fold(wanted));
    if (sign === ">=") return (row) => numbersAt(row, field).some((value) => value >= Number(wanted));
    if (sign === "<=") return (row) => numbersAt(row, field).some((value) => value <= Number(wanted));
    return fail(`does not know ${sign}`);
  };
  const list = (open: string, close: string): Token[] => {
    expect(open);
    const found: Token[] = [];
    while (!at(close)) {
      found.push(next());
      if (!at(close)) expect(",");
    }
    next();
    return found;
  };
  const mayFilter = (field: string) => isAmong(filterable, field) || fail(`${field} is not filterable`);
  const fail = (what: string): never => {
    throw new Error(`${what}: ${expression}`);
  };

  const whole = either();
  if (tokens.length > 0) fail(`has something left over`);
  return whole;
}

/** Whoever names an object names all that is in it. */
export const isAmong = (attributes: readonly string[], field: string): boolean =>
  attributes.some((attribute) => field === attribute || field.startsWith(`${attribute}.`));

function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const match = TOKEN.exec(expression);
    if (!match) throw new Error(`cannot be read: ${expression}`);
    tokens.push({ text: match[1] ?? match[2] ?? match[3] ?? "", isString: match[1] !== undefined });
  }
  return tokens;
}

const isWord = (token: Token | undefined, text: string) => token?.text === text && !token.isString;
/** Meilisearch compares words without case, and numbers with words that look like them. */
const fold = (value: unknown) =>
  String(
    typeof value === "number" ? value : Number.isFinite(Number(value)) && value !== "" ? Number(value) : value,
  ).toLowerCase();

/** Values at a path like `facets.kind`; a list counts as its values. */
export function valuesAt(row: StoredRow, path: string): unknown[] {
  const value = path.split(".").reduce<unknown>((inner, name) => (inner as StoredRow | undefined)?.[name], row);
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

const numbersAt = (row: StoredRow, path: string) =>
  valuesAt(row, path).filter((value): value is number => typeof value === "number");

interface Geo {
  lat: number;
  lng: number;
}

export function metresBetween(a: Geo, b: Geo): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}
