import { fold } from "./clean-text";
import { type Columns, TARGETS, type Target } from "./target";

/** What people call each column, folded, the plainest word first (English, then Spanish). */
const SYNONYMS: Record<Target, readonly string[]> = {
  title: [
    "title",
    "opportunity title",
    "position title",
    "placement",
    "job title",
    "position",
    "opportunity",
    "role",
    "opportunity name",
    "titulo",
    "puesto",
    "oportunidad",
  ],
  organisation: [
    "organisation",
    "organization",
    "organisation name",
    "organization name",
    "org title",
    "org name",
    "org",
    "host",
    "company",
    "agency",
    "employer",
    "nonprofit",
    "business",
    "organizacion",
    "entidad",
    "empresa",
    "institucion",
  ],
  description: [
    "description",
    "summary",
    "what the student will do",
    "student will do",
    "details",
    "duties",
    "tasks",
    "about",
    "descripcion",
    "resumen",
    "tareas",
  ],
  aliases: [
    "aliases",
    "also called",
    "also known as",
    "other names",
    "other titles",
    "alternate titles",
    "alternate title",
    "tambien llamado",
    "otros nombres",
  ],
  skills: [
    "skills",
    "skills learned",
    "skills gained",
    "what you will learn",
    "what the student will learn",
    "learning outcomes",
    "learning objectives",
    "habilidades",
    "destrezas",
    "lo que aprenderas",
    "aprendizajes",
  ],
  seats: [
    "seats",
    "openings",
    "spots",
    "slots",
    "vol requests",
    "volunteers needed",
    "positions available",
    "number of positions",
    "capacity",
    "students",
    "plazas",
    "cupos",
    "vacantes",
  ],
  kind: ["kind", "type", "placement type", "opportunity type", "kind of placement", "tipo", "modalidad"],
  category: [
    "category",
    "category desc",
    "category description",
    "interests",
    "interest area",
    "cause",
    "field",
    "industry",
    "sector",
    "categoria",
    "area",
    "intereses",
  ],
  address: [
    "address",
    "full address",
    "locality",
    "location",
    "human address",
    "place",
    "geo",
    "where",
    "direccion",
    "ubicacion",
    "lugar",
  ],
  street: ["street", "street address", "address line 1", "address 1", "calle"],
  city: ["city", "town", "ciudad", "municipio"],
  region: ["state", "region", "province", "estado", "provincia"],
  postcode: ["postcode", "zip", "zip code", "zipcode", "postal code", "codigo postal", "cp"],
  latitude: ["latitude", "lat", "latitud"],
  longitude: ["longitude", "lng", "lon", "long", "longitud"],
  startsOn: [
    "start date",
    "starts on",
    "start date date",
    "starts",
    "start",
    "from",
    "begin date",
    "fecha de inicio",
    "inicio",
    "desde",
  ],
  endsOn: ["end date", "ends on", "end date date", "ends", "end", "until", "to", "fecha de fin", "fin", "hasta"],
  schedule: ["schedule", "days and hours", "days and times", "days", "when", "horario", "dias"],
  contactName: [
    "contact name",
    "contact",
    "contact person",
    "mentor",
    "mentor name",
    "supervisor",
    "nombre de contacto",
    "contacto",
    "tutor",
  ],
  contactMail: [
    "contact email",
    "email",
    "e mail",
    "mail",
    "contact mail",
    "mentor email",
    "correo",
    "correo electronico",
  ],
  url: ["url", "website", "link", "web", "web site", "display url", "sitio web", "enlace"],
  externalId: ["id", "opportunity id", "external id", "placement id", "record id", "number", "identificador"],
};

const NEEDED_BEFORE = /\b(?:required|requirements?|needed|preferred|requerid|necesari|previ)/;

const EXACT = 1000;
const WITHIN = 500;

/**
 * Guesses which column holds what by its heading: a heading that is a known word, then one that contains it. Columns
 * without any value are passed over; each column and each target is used at most once. `samples` are a few rows.
 */
export function guessColumns(headers: readonly string[], samples: readonly (readonly string[])[]): Columns {
  const filled = headers.map(
    (_, column) => samples.length === 0 || samples.some((row) => (row[column] ?? "").trim() !== ""),
  );
  const pairs = headers.flatMap((header, column) =>
    filled[column] ? TARGETS.map((target) => ({ target, column, score: scoreOf(fold(header), target) })) : [],
  );
  const columns: Columns = {};
  const used = new Set<number>();
  for (const { target, column, score } of pairs.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (score <= 0 || used.has(column) || columns[target] !== undefined) continue;
    columns[target] = column;
    used.add(column);
  }
  return columns;
}

function scoreOf(heading: string, target: Target): number {
  // What somebody has to bring is not what they learn.
  if (target === "skills" && NEEDED_BEFORE.test(heading)) return 0;
  const words = SYNONYMS[target];
  const exact = words.indexOf(heading);
  if (exact >= 0) return EXACT - exact;
  // A number that another table knows ("category_id", "org_content_id") is no text for people.
  if (/\bid$/.test(heading) && target !== "externalId") return 0;
  // Short words hide in others' headings ("to", "end", "type"): they count only alone.
  const within = words.findIndex((word) => word.length > 4 && ` ${heading} `.includes(` ${word} `));
  return within >= 0 ? WITHIN - within : 0;
}
