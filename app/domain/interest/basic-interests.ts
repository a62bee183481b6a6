import type { ClusterId } from "./clusters";
import type { Labels, RiasecId } from "./riasec";

/** A tag a student likes or dislikes and a placement offers. `riasec[0]` is its main type. */
export interface BasicInterest {
  id: string;
  riasec: readonly RiasecId[];
  clusters: readonly ClusterId[];
  labels: Labels;
}

/** 46 basic interests in the spirit of the basic interest scales of the O*NET interest profiler; wording is our own. */
export const BASIC_INTERESTS: readonly BasicInterest[] = [
  row("animals", ["realistic", "social"], ["agriculture"], "Animals", "Animales"),
  row("gardening", ["realistic"], ["agriculture"], "Gardening and farming", "Jardinería y agricultura"),
  row(
    "nature",
    ["realistic", "investigative"],
    ["energy-natural-resources", "agriculture"],
    "Nature and outdoors",
    "Naturaleza y aire libre",
  ),
  row("building", ["realistic"], ["construction"], "Building and woodwork", "Construcción y carpintería"),
  row(
    "repair",
    ["realistic"],
    ["advanced-manufacturing", "construction"],
    "Fixing machines and tools",
    "Reparar máquinas y aparatos",
  ),
  row(
    "crafts",
    ["realistic", "artistic"],
    ["advanced-manufacturing", "arts-entertainment-design"],
    "Crafts and sewing",
    "Manualidades y costura",
  ),
  row(
    "transport",
    ["realistic"],
    ["supply-chain-transportation"],
    "Bikes, cars, boats, and trains",
    "Bicicletas, autos, barcos y trenes",
  ),
  row(
    "sports",
    ["realistic", "social"],
    ["healthcare-human-services", "education"],
    "Sports and fitness",
    "Deportes y ejercicio",
  ),
  row("safety", ["realistic", "social"], ["public-service-safety"], "Safety and rescue", "Seguridad y rescate"),
  row("science", ["investigative"], ["healthcare-human-services", "energy-natural-resources"], "Science", "Ciencias"),
  row("math", ["investigative", "conventional"], ["financial-services", "digital-technology"], "Math", "Matemáticas"),
  row(
    "computers",
    ["investigative", "conventional"],
    ["digital-technology"],
    "Computers and apps",
    "Computadoras y aplicaciones",
  ),
  row(
    "robotics",
    ["investigative", "realistic"],
    ["advanced-manufacturing", "digital-technology"],
    "Robots and electronics",
    "Robots y electrónica",
  ),
  row(
    "engineering",
    ["investigative", "realistic"],
    ["advanced-manufacturing", "construction"],
    "Engineering",
    "Ingeniería",
  ),
  row(
    "history",
    ["investigative", "artistic"],
    ["education", "public-service-safety"],
    "History and museums",
    "Historia y museos",
  ),
  row(
    "environment",
    ["investigative", "social"],
    ["energy-natural-resources", "public-service-safety"],
    "Climate and environment",
    "Clima y medio ambiente",
  ),
  row("art", ["artistic"], ["arts-entertainment-design"], "Drawing, painting, and art", "Dibujo, pintura y arte"),
  row("design", ["artistic", "enterprising"], ["arts-entertainment-design", "digital-technology"], "Design", "Diseño"),
  row("photography", ["artistic"], ["arts-entertainment-design"], "Photos and video", "Fotografía y video"),
  row("music", ["artistic"], ["arts-entertainment-design"], "Music", "Música"),
  row("theater", ["artistic", "social"], ["arts-entertainment-design"], "Theater and film", "Teatro y cine"),
  row("dance", ["artistic"], ["arts-entertainment-design"], "Dance", "Baile"),
  row("writing", ["artistic"], ["arts-entertainment-design", "marketing-sales"], "Writing", "Escritura"),
  row(
    "media",
    ["artistic", "enterprising"],
    ["arts-entertainment-design", "marketing-sales"],
    "Radio, news, and media",
    "Radio, noticias y medios",
  ),
  row("fashion", ["artistic", "enterprising"], ["arts-entertainment-design", "marketing-sales"], "Fashion", "Moda"),
  row("cooking", ["artistic", "realistic"], ["hospitality-events-tourism"], "Cooking and baking", "Cocina y panadería"),
  row(
    "children",
    ["social"],
    ["education", "healthcare-human-services"],
    "Working with children",
    "Trabajar con niños",
  ),
  row("teaching", ["social"], ["education"], "Teaching and tutoring", "Enseñanza y tutoría"),
  row(
    "helping",
    ["social"],
    ["healthcare-human-services", "public-service-safety"],
    "Helping neighbors",
    "Ayudar a la comunidad",
  ),
  row(
    "healthcare",
    ["social", "investigative"],
    ["healthcare-human-services"],
    "Health and medicine",
    "Salud y medicina",
  ),
  row("elder-care", ["social"], ["healthcare-human-services"], "Helping older people", "Acompañar a personas mayores"),
  row("languages", ["social", "artistic"], ["education", "public-service-safety"], "Languages", "Idiomas"),
  row(
    "psychology",
    ["social", "investigative"],
    ["healthcare-human-services"],
    "Feelings and the mind",
    "Emociones y mente",
  ),
  row("faith", ["social"], ["public-service-safety"], "Faith and religion", "Fe y religión"),
  row(
    "beauty",
    ["social", "artistic"],
    ["healthcare-human-services", "hospitality-events-tourism"],
    "Hair and beauty",
    "Cabello y belleza",
  ),
  row("business", ["enterprising"], ["management-entrepreneurship"], "Running a business", "Tener un negocio"),
  row("sales", ["enterprising"], ["marketing-sales"], "Selling", "Ventas"),
  row(
    "marketing",
    ["enterprising", "artistic"],
    ["marketing-sales"],
    "Marketing and fundraising",
    "Mercadeo y recaudación de fondos",
  ),
  row("law", ["enterprising", "social"], ["public-service-safety"], "Law and justice", "Leyes y justicia"),
  row(
    "politics",
    ["enterprising", "social"],
    ["public-service-safety"],
    "Politics and government",
    "Política y gobierno",
  ),
  row(
    "speaking",
    ["enterprising", "social"],
    ["marketing-sales", "public-service-safety"],
    "Speaking to groups",
    "Hablar en público",
  ),
  row(
    "hospitality",
    ["enterprising", "social"],
    ["hospitality-events-tourism"],
    "Events, guests, and travel",
    "Eventos, visitas y turismo",
  ),
  row("office", ["conventional"], ["management-entrepreneurship"], "Office work", "Trabajo de oficina"),
  row(
    "finance",
    ["conventional", "enterprising"],
    ["financial-services"],
    "Money and accounting",
    "Dinero y contabilidad",
  ),
  row(
    "libraries",
    ["conventional", "social"],
    ["education", "public-service-safety"],
    "Books and libraries",
    "Libros y bibliotecas",
  ),
  row(
    "logistics",
    ["conventional", "realistic"],
    ["supply-chain-transportation"],
    "Packing, sorting, and delivery",
    "Empacar, clasificar y entregar",
  ),
];

function row(id: string, riasec: RiasecId[], clusters: ClusterId[], en: string, es: string): BasicInterest {
  return { id, riasec, clusters, labels: { en, es } };
}
