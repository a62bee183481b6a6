import type en from "../en/transfers";
import type { Shape } from "../shape";

export default {
  title: "A otra escuela",
  of: "{{name}} va a otra escuela",
  lead: "La otra escuela lo sabe de inmediato. Usted puede deshacerlo hasta que ella reciba al estudiante.",
  ends: {
    title: "Lo que termina aquí después del último día",
    lead: "Se avisa a los lugares que lo sabían. Los registros quedan aquí.",
    pursuits_one: "Un lugar que el estudiante busca",
    pursuits_other: "{{count}} lugares que el estudiante busca",
    pursuits_many: "{{count}} de lugares que el estudiante busca",
    visits_one: "Una visita",
    visits_other: "{{count}} visitas",
    visits_many: "{{count}} de visitas",
    meetings_one: "Una reunión con quien asesora",
    meetings_other: "{{count}} reuniones con quien asesora",
    meetings_many: "{{count}} de reuniones con quien asesora",
    conversations_one: "Su lugar en una conversación",
    conversations_other: "Su lugar en {{count}} conversaciones",
    conversations_many: "Su lugar en {{count}} de conversaciones",
    advisory: "El lugar en {{advisory}}",
    signIn: "La entrada a esta escuela",
    internships:
      "Una pasantía sigue o se prepara. Termínela antes del último día: hasta entonces el estudiante se queda aquí.",
  },
  along: {
    title: "Lo que va a la otra escuela",
    lead: "Solo cuando la otra escuela reciba al estudiante.",
    person: "Nombres, fecha de nacimiento e idiomas de {{name}}",
    signIn: "La entrada con {{mails}}",
    noSignIn: "Sin forma de entrar: la otra escuela invita al estudiante",
    adult: "{{name}}, como persona que allí no puede hacer nada hasta que esa escuela decida cada derecho",
    optOut: "Que la familia no quiere estar en el directorio, si es así",
    apart:
      "La escuela también mantiene a {{name}} aparte de {{mentors}} hasta que decida. Conoce los nombres y no el motivo. Lo que cambie aquí antes de que pase el último día también llega allí.",
    staying:
      "No van: {{names}}. No tienen aquí un correo propio, o no tienen todos los derechos, o el estudiante tiene 18 años y decide. La otra escuela los agrega a mano.",
  },
  stays: {
    title: "Lo que no va",
    text: "Lo que el estudiante buscó, intereses, permisos, registros, notas y mensajes. Los permisos se piden otra vez allí. Para los registros, la otra escuela pregunta en papel a la familia o a usted.",
  },
  say: "Anotarlo",
  school: "Escuela",
  schoolHint: "Escuelas de su distrito. Una escuela de otro lugar agrega al estudiante a mano o con un archivo.",
  choose: "Elija una escuela",
  noSchools:
    "Su distrito no tiene otra escuela aquí. Una escuela de otro lugar agrega al estudiante a mano o con un archivo.",
  lastDay: "Último día aquí",
  firstDay: "Primer día allí",
  announce: "Avisar a la escuela",
  pending: "Guardando …",
  standing: {
    waits:
      "{{school}} sabe que {{name}} llega el {{day}} y todavía no confirmó que lo recibe. Último día aquí: {{lastDay}}.",
    waits_gone:
      "{{name}} salió de aquí el {{lastDay}}. {{school}} sabe que llega el {{day}} y todavía no confirmó que lo recibe. Llame allí si tarda mucho.",
    gone: "{{name}} salió de aquí el {{lastDay}} y está en {{school}} desde el {{day}}. Si vuelve y se va otra vez, avise de nuevo abajo.",
    held_up:
      "{{name}} va a {{school}} el {{day}}. El último día aquí, {{lastDay}}, ya pasó, pero una pasantía sigue o se prepara. Termínela: el estudiante sale entonces en menos de una hora.",
    received: "{{school}} recibe a {{name}} desde el {{day}}. Último día aquí: {{lastDay}}.",
    refused: "{{school}} no espera a {{name}}: {{why}}",
    lapsed: "{{school}} nunca respondió. El aviso venció.",
    takeBack: "Deshacerlo",
  },
  asksFirst:
    "En {{school}} no todos los adultos de este estudiante tienen todos los derechos. Antes de agregar a un adulto o de dar un derecho, llame a {{name}}, {{phone}}.",
  link: "Va a otra escuela",
  arrivals: {
    title: "Quién viene de otra escuela",
    lead: "Avisado por escuelas de su distrito. Usted ve el nombre, el día y la escuela, y nada más hasta que reciba al estudiante.",
    none: "No hay nadie anunciado",
    noneText: "Cuando una escuela de su distrito diga que un estudiante viene aquí, se verá en esta página.",
    from: "de {{school}}",
    firstDay: "Primer día: {{day}}",
    late: "El primer día ya pasó",
    call: "Preguntas: {{name}}, {{phone}}.",
    asksFirst:
      "En la escuela anterior no todos los adultos de este estudiante tienen todos los derechos. Llame allí antes de agregar a un adulto o de dar un derecho.",
    same: "Ya hay aquí alguien con este nombre: {{names}}. Mire primero. Si es la misma persona, inclúyala otra vez en su página y diga aquí que no la espera.",
    receive: "Recibir a {{name}}",
    along:
      "Llegan nombres, fecha de nacimiento, idiomas y los correos para entrar. También los familiares con entrada propia: cada uno sin ningún derecho hasta que usted lo decida.",
    go: "Recibir",
    refuse: "No se espera: {{name}}",
    why: "Por qué",
    whyHint: "La escuela anterior lo lee y habla con la familia.",
    refuseGo: "Devolver",
    link: "De otras escuelas",
  },
  fault: {
    no_school: "Elija una escuela de su distrito.",
    announced_already: "Ya se avisó a una escuela. Deshaga eso primero.",
    received_already:
      "Otra escuela ya recibió al estudiante, que todavía no se fue de aquí. Solo esa escuela puede enviarlo a otra.",
    days_crossed: "El primer día allí viene después del último día aquí.",
    day_far: "Elija un día que no esté a más de un año ni haya pasado hace mucho.",
    answered_already: "Mientras tanto alguien respondió o lo deshizo. Vea la página otra vez.",
    reason_missing: "Escriba por qué, por favor.",
  },
  toast: {
    announced: "La otra escuela lo sabe. Se avisa al estudiante y a la familia.",
    takenBack: "Deshecho. Se avisa al estudiante y a la familia.",
    received: "El estudiante está en su lista desde el primer día. Decida qué puede hacer cada adulto.",
    refused: "La escuela anterior lee por qué.",
  },
} satisfies Shape<typeof en>;
