import type en from "../../en/plans/people";
import type { Shape } from "../../shape";

export default {
  equity: {
    title: "Justo para todos los grupos",
    open: "Justo para todos los grupos",
    lead: "Cómo trata el plan del tablero a los grupos de estudiantes. Los grupos no cuentan en ninguna afinidad: esta página solo mira hacia atrás.",
    by: "Ver por",
    grade: "Grado",
    area: "Zona",
    language: "Idioma",
    caption: "Estudiantes que el plan consideró · {{by}}",
    gradeOf: "Grado {{grade}}",
    all: "Todos juntos",
    others: "Grupos más pequeños juntos",
    notSaid: "Sin dato",
    students: "Estudiantes",
    placed: "Con lugar",
    topChoice: "Con el lugar que más quieren",
    fit: "Afinidad media",
    travel: "Trayecto medio",
    minutes_one: "{{count}} minuto",
    minutes_many: "{{count}} minutos",
    minutes_other: "{{count}} minutos",
    rate: "{{students}} de {{of}} ({{percent}} %)",
    hidden: "no se muestra",
    notShown: "No se muestra, porque en cada fila señalaría a menos de diez estudiantes: {{columns}}.",
    noGroups: "Cada grupo tiene menos de diez, o quedaría solo. Solo se puede mostrar el total.",
    note: "Ningún número habla de uno a nueve estudiantes ni se puede calcular a partir de los demás: esos grupos se juntan y esos números no se muestran. Quien habla varios idiomas cuenta una vez, con el primero además del inglés.",
    fewTitle: "Muy pocos estudiantes",
    few: "El plan consideró a menos de diez estudiantes. Los números sobre tan pocos señalarían a alguien.",
  },
  unmatched: {
    opens_one: "En un lugar solo esto lo impide: {{what}}",
    opens_many: "En {{count}} lugares solo esto lo impide: {{what}}",
    opens_other: "En {{count}} lugares solo esto lo impide: {{what}}",
    travel_one: "Se abriría un lugar si el límite del camino fuera {{minutes}} minutos más.",
    travel_many: "Se abrirían {{count}} lugares si el límite del camino fuera {{minutes}} minutos más.",
    travel_other: "Se abrirían {{count}} lugares si el límite del camino fuera {{minutes}} minutos más.",
    atLimit:
      "Cuando una de ellas termine, un plan puede volver a proponer un lugar. Lo que pidió no cumple las reglas o está lleno.",
    nothing: "Ninguna regla sola lo impide. Mire juntos los intereses, los días y el límite del estudiante.",
    sameCrowd: "Los mismos cupos que para {{student}}.",
    crowd:
      "{{students}} estudiantes pueden ir a estos {{seats}} cupos y a ningún otro. Un cupo más en uno de ellos da lugar a un estudiante más:",
  },
} satisfies Shape<typeof en>;
