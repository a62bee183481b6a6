import type en from "../en/meetings";
import type { Shape } from "../shape";

export default {
  title: "Próxima reunión",
  of: "Próxima reunión con {{student}}",
  back: "Mis estudiantes",
  plan: "Planear la próxima reunión",
  change: "Cambiar la reunión",
  lead: "{{student}} la recibe por correo y en el calendario. Usted también.",
  when: "{{when}} · {{place}}",
  withOther: "con {{advisor}}",
  day: "Día",
  from: "Desde",
  to: "Hasta",
  place: "Dónde",
  placeHint: "Un salón, o cómo encontrarse. El estudiante lo lee.",
  family: "Pedir a la familia que venga",
  familyHint:
    "También la reciben los adultos que pueden ver el expediente. Quien no puede saber dónde está {{student}} no recibe hora ni lugar.",
  meant: "Ese día no hay clases. Aun así quiero ese día.",
  save: "Planear la reunión",
  saving: "Guardando …",
  saveChange: "Guardar el cambio",
  off: "Cancelarla",
  offLead: "Se avisa a todas las personas que ya lo sabían.",
  list: {
    title: "Reuniones",
    with: "Reunión con {{advisor}}",
    family: { student: "Se le pide a tu familia que venga.", guardian: "Se le pide que venga." },
    ask: "Pregunte a la escuela cuándo y dónde: {{name}}, {{phone}}.",
  },
  fault: {
    no_school: "Ese día no hay clases. Tome otro día o marque que quiere ese.",
    planned_already: "Ya hay una reunión planeada. Cámbiela.",
    not_planned: "Esta reunión se canceló o ya pasó. Mire la página otra vez.",
  },
  toast: {
    planned: "La reunión está planeada.",
    moved: "La reunión cambió.",
    off: "La reunión se canceló.",
  },
} satisfies Shape<typeof en>;
