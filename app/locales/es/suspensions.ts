import type en from "../en/suspensions";
import type { Shape } from "../shape";

export default {
  link: "Suspender a este mentor",
  ofMentor: "Seguridad: {{name}}",
  title: "Seguridad de un mentor",
  back: "Protección",
  fine: "Este mentor no está suspendido.",
  since: "Suspendido en el distrito desde {{when}}",
  ours: "Su escuela lo decidió y puede terminarlo.",
  ask: "Lo decidió {{school}}. Pregunte a {{name}}, {{phone}}.",
  onlySafeguarders: "Solo los encargados de la protección y los administradores pueden suspender a un mentor.",
  suspend: {
    title: "Suspender ahora",
    does: {
      everywhere: "Vale en todas las escuelas del distrito, de inmediato.",
      paused: "Los lugares que dirige y las prácticas con esta persona quedan en pausa. Nada se pierde.",
      out: "Se cierran sus sesiones. Los enlaces de correos viejos dejan de funcionar. No recibe correos.",
      calm: "Estudiantes, familias y lugares leen «en pausa», nunca por qué. El personal recibe la tarea de llamarles.",
      byHand: "Nadie avisa al mentor. Usted decide cuándo y cómo.",
    },
    reason: "¿Por qué? Solo lo leen los encargados de la protección.",
    go: "Suspender a este mentor",
    going: "Suspendiendo …",
  },
  lift: {
    title: "Terminar la suspensión",
    text: "Lo que estaba en pausa vuelve donde las fechas y los pasos lo permiten. El personal recibe la tarea de llamar. Los enlaces viejos no vuelven.",
    reason: "¿Por qué termina? Solo lo leen los encargados de la protección.",
    go: "Terminar la suspensión",
    going: "Terminando …",
  },
  reasons: {
    title: "Por qué, solo para encargados de la protección",
    suspended: "Suspendido",
    lifted: "Terminado",
    by: "Por {{name}}",
  },
  fault: {
    not_permitted: "Solo los encargados de la protección y los administradores pueden hacerlo.",
    reason_missing: "Escriba por qué, por favor. Bastan unas palabras.",
    other_school: "Otra escuela suspendió a este mentor. Solo esa escuela puede terminarlo.",
  },
  toast: {
    suspended: "El mentor está suspendido en todas las escuelas del distrito.",
    lifted: "La suspensión terminó. El personal llama a todos los que esperaban.",
  },
} satisfies Shape<typeof en>;
