import type en from "../en/hints";
import type { Shape } from "../shape";

export default {
  gotIt: "Entendido",
  noHints: "No mostrar más consejos",
  student: {
    title: "Tu página",
    text: "Aquí está lo que sigue con cada lugar que pediste. ¿No sabes qué te gusta? Las tarjetas toman tres minutos. Nadie fuera de la escuela sabe de ti antes de que tu familia y la coordinación estén de acuerdo.",
  },
  search: {
    title: "Cómo buscar",
    text: "Basta con una palabra de lo que gusta, o con dejar el cuadro vacío y marcar algunas casillas. La lista cambia al instante. Mirar no le avisa a nadie.",
  },
  introduce: {
    title: "¿Por qué presentar a alguien?",
    text: "Un vecino, una tía o un jefe pueden ser grandes mentores. Basta un nombre y una forma de contacto. La escuela lo lee primero y les escribe una sola vez.",
  },
  conversation: {
    title: "Quién lee esto también",
    text: "La escuela lee todas las conversaciones. Nadie ve aquí el teléfono ni el correo de otra persona. Si algo no está bien, está el enlace para avisar. El aviso llega a dos personas de la escuela.",
  },
  guardian: {
    title: "La página de su familia",
    text: "Arriba está lo que espera una respuesta. Abajo está cada hijo o hija con lo que sigue. Aquí usted dice sí o no, y puede retirar un sí cualquier día.",
  },
  mentor: {
    title: "Su página",
    text: "Arriba está lo que espera por usted. Después, quién viene y cuándo, y luego sus puestos. La escuela lee cada cambio de un puesto antes de que lo vean los estudiantes.",
  },
  advisor: {
    title: "Una línea por estudiante",
    text: "Cada línea dice qué pasó, qué sigue y a quién le toca. Para los días de ausencia se puede pedir a un colega que cubra: ve la página solo esos días.",
  },
  coordinator: {
    title: "El comienzo de cada día",
    text: "Esta lista tiene todo lo que espera, primero lo que espera desde hace más tiempo. Cada línea tiene una sola acción. Si está vacía, nadie espera.",
  },
  matches: {
    title: "Qué hace el tablero",
    text: "Propone parejas y dice por qué. Nada pasa sin aprobación. Al abrir una pareja se ve qué habla a favor y en contra, y se puede decir que no.",
  },
  setting: {
    title: "Consejos",
    areOn: "Las páginas nuevas dicen para qué sirven.",
    areOff: "Los consejos están apagados.",
    on: "Mostrar consejos",
    again: "Mostrar todos los consejos otra vez",
  },
  toast: {
    read: "Este consejo no volverá.",
    none: "Los consejos están apagados. Se pueden encender en la cuenta.",
    again: "Los consejos están encendidos.",
  },
} satisfies Shape<typeof en>;
