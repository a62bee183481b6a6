import type { ContactTarget } from "./contact-target";

/** What lists of people at organisations call each column, folded, the plainest word first (English, then Spanish). */
export const CONTACT_WORDS: Record<ContactTarget, readonly string[]> = {
  fullName: ["full name", "contact name", "name", "contact", "contact person", "person", "nombre completo", "contacto"],
  givenName: ["given name", "first name", "firstname", "contact first name", "first", "nombre", "nombres"],
  familyName: ["family name", "last name", "surname", "lastname", "contact last name", "last", "apellidos", "apellido"],
  organisation: [
    ...["organization", "organisation", "company", "business", "employer", "account", "account name", "agency", "firm"],
    ...["organization name", "company name", "business name", "organizacion", "empresa", "negocio", "compania"],
  ],
  jobTitle: ["title", "job title", "position", "role", "occupation", "puesto", "cargo", "ocupacion"],
  workMail: [
    ...["email", "mail", "e mail", "work email", "contact email", "email address", "mail address", "email 1"],
    ...["correo", "correo electronico"],
  ],
  workPhone: [
    ...["phone", "work phone", "business phone", "phone number", "telephone", "contact phone", "mobile", "cell"],
    ...["cell phone", "mobile phone", "phone 1", "telefono", "celular", "numero de telefono"],
  ],
  language: ["language", "preferred language", "contact language", "language for mails", "idioma", "idioma de correo"],
  // A list of addresses has the state where somebody works; that tells the clock too.
  workClock: [
    ...["time zone", "timezone", "zona horaria", "huso horario", "state", "work state", "mailing state"],
    ...["business state", "estado"],
  ],
  tags: [
    "tags",
    "tag",
    "labels",
    "categories",
    "category",
    "industry",
    "sector",
    "groups",
    "etiquetas",
    "categoria",
    "giro",
  ],
  foundAt: [
    // Whoever is written to reads it: a heading that may name somebody ("referred by") is for a person to choose.
    ...["found at", "website", "web site", "url", "sitio web"],
  ],
  contactNote: ["notes", "note", "comments", "comment", "remarks", "description", "notas", "nota", "comentarios"],
};
