import type en from "../en/acting";
import type { Shape } from "../shape";

export default {
  channel: "¿Cómo llegó?",
  by: { phone: "Por teléfono", in_person: "En persona", paper: "En papel" },
  evidence: "Cómo lo sabe",
  evidenceHint: "Quién se lo dijo y cuándo. Si es un papel: dónde se guarda. Lo lee el personal.",
  scan: "Una foto del papel",
  scanHint:
    "JPEG o PNG, 5 MB como máximo. Se quitan el lugar y la hora de la foto. Solo la ven coordinadores y administradores.",
  language: "Idioma en que se dijo",
  ownLanguage: "El idioma en que le escribimos",
  interpreter: "Intérprete",
  interpreterHint: "Nombre e idioma, si alguien ayudó.",
  scans: {
    title: "Papeles de {{name}}",
    lead: "Fotos de lo que llegó en papel. Queda anotado quién mira cada una.",
    link: "Fotos de papeles",
    back: "Volver",
    none: "Todavía no hay fotos.",
    list: "Fotos",
    number: "Foto {{number}}",
    added: "Agregada {{when}} por {{who}}",
    addedOnly: "Agregada {{when}}",
    look: "Mirarla",
    remove: "Quitarla",
    add: "Agregar una foto",
    save: "Guardar la foto",
    saving: "Guardando …",
  },
  toast: {
    scanAdded: "La foto está guardada.",
    scanRemoved: "La foto se quitó.",
  },
  fault: {
    no_scan: "Elija una foto.",
    not_a_picture: "No es una imagen JPEG o PNG. Haga una foto del papel.",
    picture_too_big: "Esta foto tiene más de 5 MB. Hágala de nuevo con menos detalle.",
    too_many_scans: "Ya hay cinco fotos. Quite una primero.",
    not_permitted: "Solo coordinadores y administradores de la escuela pueden hacer esto.",
  },
} satisfies Shape<typeof en>;
