import type en from "../en/landing";
import type { Shape } from "../shape";

export default {
  title: "Aprender desde los intereses",
  headline: "La escuela, en el mundo real.",
  lead: "Throughline ayuda a cada estudiante a encontrar un lugar en la comunidad para aprender lo que le gusta. Una clínica. Un taller de botes. Un huerto. La escuela revisa cada paso y la familia decide con ellos.",
  offer: "Ofrecer un puesto",
  cast: "Probar con personas de ejemplo",
  picture: "Dibujo: una línea va de una escuela a un taller, donde un mentor y una estudiante construyen un bote.",
  audiences: {
    title: "Qué significa para usted",
    students: {
      title: "Estudiantes",
      text: "Buscan por lo que les gusta. Ven por qué un lugar va con cada quien. Dicen «me gusta este» y ven qué pasa después.",
    },
    families: {
      title: "Familias",
      text: "Vea quién va a trabajar con su hijo o hija y qué va a saber. Decida en su propio idioma. También puede presentar a un mentor que conoce.",
    },
    mentors: {
      title: "Organizaciones y mentores",
      text: "Cuente qué podría hacer un estudiante con usted. Le escribimos cuando un estudiante pide su lugar. Responda desde un correo, sin crear una cuenta.",
    },
    staff: {
      title: "Personal de la escuela",
      text: "Vea qué le espera hoy. Reciba parejas ordenadas y con razones. Usted aprueba cada paso y todo queda anotado.",
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
