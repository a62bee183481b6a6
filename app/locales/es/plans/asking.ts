import type en from "../../en/plans/asking";
import type { Shape } from "../../shape";

export default {
  noPlan: {
    title: "No hay plan que preguntar",
    text: "Primero haga un plan en el tablero. Lo que un plan vio se guarda con él.",
    shutTitle: "El plan no se abre",
    shutText:
      "Lo que está guardado del plan no está completo, así que no respondemos nada con él. Haga un plan nuevo en el tablero.",
  },
  since: {
    counted_one: "Aquí cuenta una decisión tomada después de este plan.",
    counted_many: "Aquí cuentan {{count}} decisiones tomadas después de este plan.",
    counted_other: "Aquí cuentan {{count}} decisiones tomadas después de este plan.",
    left_one: "Después de este plan se tomó una decisión que aquí no cuenta. Haga un plan nuevo para que cuente.",
    left_many:
      "Después de este plan se tomaron {{count}} decisiones que aquí no cuentan. Haga un plan nuevo para que cuenten.",
    left_other:
      "Después de este plan se tomaron {{count}} decisiones que aquí no cuentan. Haga un plan nuevo para que cuenten.",
  },
  toBoard: "Al tablero",
  nobody: "sin lugar",
  kind: {
    choose: "Qué tipo de plan",
    for: {
      balanced:
        "Da lugar a tantos estudiantes como se pueda. Cada estudiante tiene una lista: lo que pidió y después lo que guardó, en su propio orden. Un lugar libre más arriba en esa lista va siempre antes que uno más abajo, y todo lugar de la lista antes que los demás. Después el plan ayuda a quien le va peor: con el lugar más bajo de una lista o, fuera de ella, con el encaje más bajo. Luego suma todos los encajes, y cada paso hacia arriba en una lista vale más que cualquier encaje. Es lo habitual.",
      stable:
        "Ningún estudiante y ningún lugar se preferirían entre sí. Se guía por lo que cada estudiante pidió y guardó. Puede dar lugar a menos estudiantes.",
      slate:
        "Da a cada estudiante varios lugares a los que ir, tantos como la escuela permite a la vez. Usted elige entre ellos. Nadie recibe un segundo lugar a costa del primero de otra persona.",
    },
    noSeatPrices:
      "El plan del tablero es del tipo «{{kind}}». Para decir qué haría un cupo más, un plan así se hace otra vez con él, y hacerlo para cada lugar de esta lista tarda demasiado. En la página «Qué pasaría si» puede probar cualquiera de ellos, y la respuesta es exacta.",
    placesNotSeats: "En un plan con opciones, «Cupos» son los lugares a los que se puede ir a la vez.",
    noLockPrices:
      "El plan del tablero es del tipo «{{kind}}». Para decir lo que cuesta una pareja fija, un plan así se hace otra vez sin ella; por eso esta lista lo dice de las {{shown}} más nuevas. Lo que cuestan las demás está en la página de cada pareja.",
  },
  figure: {
    placed: "Estudiantes con lugar",
    withoutPlace: "Estudiantes sin lugar",
    resting: "No buscan ahora",
    pairs: "Parejas por decidir",
    floor: "Encaje más bajo",
    fifthPercentile: "Encaje del quinto por ciento más bajo",
    median: "Encaje del medio",
    total: "Todos los encajes juntos",
    ownPlace: "Con un lugar que eligieron",
    topChoice: "Con el lugar que más quieren",
    share: "{{students}} de {{of}}",
    inPlan: "Estudiantes con lugar en el plan",
    allPairs: "Parejas en el plan",
    chosen: "Lugares que eligieron los estudiantes",
    steps: "Pasos hacia arriba en las listas",
    pairFloor: "Encaje más bajo de una pareja",
    pairTotal: "Todos los encajes de parejas juntos",
    means: {
      placed: "Tienen una pareja en el plan o ya van camino de un lugar.",
      withoutPlace: "Buscan un lugar y el plan no tiene ninguno para ellos.",
      resting: "Ningún tipo de plan busca para ellos.",
      ownPlace:
        "De los estudiantes que guardaron o pidieron un lugar: al menos uno de sus lugares en el plan es uno de esos. Quien tiene un lugar aprobado no cuenta.",
      topChoice:
        "De los estudiantes que pueden ir a algún lugar: tienen el que más quieren. Quien tiene un lugar fijado o aprobado no cuenta.",
      pairs: "El tipo «Con opciones» tiene varias para cada estudiante. Las parejas aprobadas no cuentan.",
      floor: "Cada estudiante cuenta una vez, con la pareja que mejor le va. Este es el más bajo de esos encajes.",
      fifthPercentile: "Uno de cada veinte estudiantes tiene este encaje o uno más bajo.",
      median: "La mitad de los estudiantes tiene este encaje o uno más bajo.",
      total: "El mejor encaje de cada estudiante, sumado.",
      inPlan: "Por una propuesta, una pareja fija o una aprobación.",
      allPairs: "Varias para cada estudiante, también las aprobadas.",
      chosen: "Parejas en un lugar que el estudiante guardó o pidió. Los planes dan primero estos lugares.",
      steps:
        "El primer lugar de una lista son cinco pasos, el segundo cuatro, y desde el sexto ninguno. Un paso vale más que cualquier encaje.",
      pairFloor:
        "El más bajo de las parejas que el estudiante no eligió. Si eligió todas, el más bajo de las que están más abajo en la lista de un estudiante.",
      pairTotal: "Los encajes de todas las parejas del plan, sumados.",
    },
    name: "En qué resulta",
    board: "En el tablero",
    note: "El encaje llega hasta 10.000: siete partes cómo va el lugar al estudiante, tres cómo va el estudiante al lugar.",
  },
} satisfies Shape<typeof en>;
