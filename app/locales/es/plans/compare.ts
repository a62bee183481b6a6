import type en from "../../en/plans/compare";
import type { Shape } from "../../shape";

export default {
  moreRows_one: "Mostrar una más",
  moreRows_many: "Mostrar {{count}} más",
  moreRows_other: "Mostrar {{count}} más",
  compare: {
    title: "Comparar planes",
    open: "Comparar planes",
    lead: "El plan del tablero al lado de otro tipo de plan del mismo momento, o dos planes ya hechos.",
    which: "Al lado",
    boardKind: "En el tablero ({{kind}})",
    nobody: "Cada estudiante tiene los mismos lugares en los dos.",
    moved_one: "Un estudiante tiene otros lugares.",
    moved_many: "{{count}} estudiantes tienen otros lugares.",
    moved_other: "{{count}} estudiantes tienen otros lugares.",
    moves: "Quién tiene otros lugares",
    has: "{{plan}}: {{titles}}",
    notKept:
      "Este plan se hizo antes de que se le pudieran poner al lado otros tipos. Haga un plan nuevo en el tablero para comparar tipos.",
    locks: "Parejas fijas que solo uno conserva",
    locksLead: "No todos los tipos de plan pueden conservar todas las parejas fijas.",
    keeps: "La conserva.",
    runs: "Dos planes hechos",
    shown: "Los primeros {{shown}} de {{all}}.",
  },
  runs: {
    text: "Dos planes tal como se hicieron. Lo que se decidió después no los cambia.",
    one: "Por ahora hay un solo plan",
    oneText: "Haga otro plan en el tablero. Entonces verá aquí qué cambió.",
    first: "Primer plan",
    second: "Segundo plan",
    run: "{{moment}} · {{mode}} · versión {{version}} de «Qué cuenta cuánto»",
    mode: { balanced: "Equilibrado", stable: "Estable", slate: "Con opciones" },
    compare: "Comparar estos dos",
    left: "Sin lugar en uno de ellos",
    leftCounts: "En el primer plan: {{before}}. En el segundo: {{after}}.",
    notLeft: "no está entre ellos",
    notCounted: "Una raya en lo que eligieron los estudiantes: ese plan se hizo antes de que lo contáramos.",
  },
  envy: {
    title: "Quién preferiría otro lugar",
    lead: "En el plan del tablero, cada uno de estos estudiantes preferiría otro lugar. Además, encaja allí mejor que alguien que lo recibe, o queda un cupo libre. Lo que más quieren es lo que pidieron, luego lo que guardaron y luego lo que les va bien.",
    act: "El plan lo deja así para dar lugar a más estudiantes, subir el encaje más bajo o hacer más altos todos los encajes juntos. Abra un nombre para ver qué costaría fijar la pareja. Si es justo, fíjela allí y haga un plan nuevo.",
    none: "Nadie. No hay estudiante y lugar que estarían mejor juntos.",
    slate:
      "Un plan con opciones no tiene esa lista: sus lugares son para elegir, y un lugar lleno es para quienes le van bien.",
    over: "preferiría «{{title}}», y encaja allí mejor que {{names}}",
    free: "preferiría «{{title}}», donde queda un cupo libre",
    has: "En el plan tiene «{{title}}».",
    hasNone: "En el plan no tiene lugar.",
  },
} satisfies Shape<typeof en>;
