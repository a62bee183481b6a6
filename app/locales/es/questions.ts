import type en from "../en/questions";
import type { Shape } from "../shape";

export default {
  link: "Tengo una pregunta",
  help: "¿Preguntas? {{name}}, de {{school}}, puede ayudar: {{phone}}",
  title: "Preguntar a la escuela",
  lead: "Una persona de la escuela lee la pregunta y responde. No hace falta tener una cuenta.",
  danger:
    "¿Hay alguien en peligro? No hay que esperar una respuesta aquí. Hay que llamar ahora al número de emergencia.",
  field: {
    school: "¿A qué escuela va la pregunta?",
    question: "La pregunta",
    questionHint: "Bastan pocas palabras.",
    name: "Nombre de quien pregunta",
    contact: "Número de teléfono o dirección de correo",
    contactHint: "Allí llega la respuesta de la escuela.",
    contactKnown: "¿Cuál es la mejor forma de responder?",
    contactKnownHint: "Un número de teléfono o una dirección de correo. Puede quedar vacío si la escuela ya lo sabe.",
  },
  promise: "Guardamos estas palabras hasta que una persona haya respondido. Después se borran.",
  send: "Enviar la pregunta",
  sending: "Enviando …",
  fault: {
    not_permitted: "Esta página no puede enviar preguntas.",
    words_missing: "Falta la pregunta. Bastan pocas palabras.",
    name_missing: "Falta el nombre.",
    contact_missing: "Falta un número de teléfono o una dirección de correo. Sin eso nadie puede responder.",
    school_missing: "Falta elegir una escuela.",
    tooMany:
      "Fueron muchas preguntas seguidas. Lo enviado antes ha llegado. Se puede llamar a la escuela o probar mañana otra vez.",
  },
  sent: {
    title: "La pregunta ha llegado",
    lead: "Una persona de la escuela la lee y responde.",
    again: "Preguntar otra cosa",
  },
  toast: {
    sent: "Gracias. La pregunta ha llegado a la escuela.",
  },
} satisfies Shape<typeof en>;
