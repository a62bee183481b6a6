import type en from "../en/landing";
import type { Shape } from "../shape";

export default {
  title: "Aprender desde los intereses",
  headline: "La escuela, en el mundo real.",
  lead: "Throughline ayuda a cada estudiante a encontrar un lugar en la comunidad para aprender lo que le gusta. Una clínica. Un taller de botes. Un huerto. La escuela revisa cada paso y la familia decide con ellos.",
  cast: "Probar con personas de ejemplo",
  picture: "Dibujo: una línea va de una escuela a un taller, donde un mentor y una estudiante construyen un bote.",
  audiences: {
    title: "Qué es para ti",
    students: {
      title: "Estudiantes",
      text: "Busca por lo que te gusta. Mira por qué un lugar va contigo. Di “me gusta este” y mira qué pasa después.",
    },
    families: {
      title: "Familias",
      text: "Vean quién va a trabajar con su hijo o hija y qué va a saber. Deciden en su propio idioma. También pueden presentar a un mentor que conocen.",
    },
    mentors: {
      title: "Organizaciones y mentores",
      text: "Cuenta qué podría hacer un estudiante contigo. Te escribimos cuando un estudiante pide tu lugar. Respondes desde un correo, sin crear una cuenta.",
    },
    staff: {
      title: "Personal de la escuela",
      text: "Mira qué te necesita hoy. Recibe parejas ordenadas y con razones. Tú apruebas cada paso y todo queda anotado.",
    },
  },
  how: {
    title: "Cómo se encuentra un lugar",
    ask: { title: "El estudiante pide", text: "Nadie sabe de un estudiante que no dijo que sí primero." },
    check: { title: "La escuela revisa", text: "La coordinación mira el lugar, las personas y las reglas." },
    agree: { title: "La familia acepta", text: "En el teléfono o en papel, en el idioma de la familia." },
    meet: {
      title: "El mentor saluda",
      text: "Primero una charla o un día en el lugar. Después, si ambos quieren, la práctica.",
    },
  },
  promises: {
    title: "Lo que prometemos",
    first: "Nada de un estudiante sale de la escuela antes de que la escuela y la familia digan que sí.",
    second: "Ordenamos los lugares y decimos por qué. Nunca escondemos uno.",
    third: "Un adulto y un estudiante nunca se escriben a solas. El personal de la escuela siempre puede leer.",
    fourth: "Cada no viene con una razón y con un paso siguiente.",
  },
} satisfies Shape<typeof en>;
