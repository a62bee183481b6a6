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
    locks: "Parejas fijadas que solo uno conserva",
    locksLead: "No todos los tipos de plan pueden conservar todas las parejas fijadas.",
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
    run: "{{moment}} · {{mode}} · partes, versión {{version}}",
    mode: { balanced: "Equilibrado", stable: "Estable", slate: "Con opciones" },
    compare: "Comparar estos dos",
    left: "Sin lugar en uno de ellos",
    leftCounts: "En el primer plan: {{before}}. En el segundo: {{after}}.",
    notLeft: "no está entre ellos",
    notCounted: "Una raya en lo que eligieron los estudiantes: ese plan se hizo antes de que lo contáramos.",
  },
  envy: {
    title: "Quién preferiría otro lugar",
    lead: "En el plan del tablero estos estudiantes preferirían otro lugar, y ese lugar los preferiría a alguien que recibió. El plan lo acepta para dar lugar a más estudiantes.",
    none: "Nadie. Los lugares que cada estudiante prefiere están mejor ocupados.",
    slate:
      "Un plan con opciones no tiene esa lista: sus lugares son para elegir, y un lugar lleno es para quienes le van bien.",
    pair: "preferiría «{{title}}»",
    has: "En el plan tiene «{{title}}».",
    hasNone: "En el plan no tiene lugar.",
    over: "El lugar dejaría a: {{names}}.",
  },
} satisfies Shape<typeof en>;
