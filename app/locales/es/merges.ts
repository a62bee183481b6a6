import type en from "../en/merges";
import type { Shape } from "../shape";

export default {
  title: "La misma dos veces",
  lead: "Organizaciones y mentores de su distrito y familias de su escuela que quizás estén dos veces. Mire los dos lados y haga uno solo.",
  section: "Organizaciones que quizás sean la misma",
  found: "Quizás sean la misma",
  none: "No hay dos organizaciones parecidas.",
  because: {
    name: "casi el mismo nombre",
    website: "el mismo sitio web",
    address: "la misma dirección",
    mail: "correos del mismo lugar",
    phone: "el mismo teléfono",
  },
  choose: {
    title: "Elegir dos por su cuenta",
    organisations: "Elegir dos organizaciones por su cuenta",
    lead: {
      organisations: "Busque las dos por palabras del nombre.",
      mentors: "Busque a los dos por palabras del nombre o de su organización.",
      people: "Busque a los dos por palabras del nombre, o del nombre de su estudiante.",
    },
    kept: "Primero: ¿quién se queda?",
    other: "¿Quién pasa a {{kept}}?",
    again: "Elegir otra vez quién se queda",
    search: "Palabras del nombre",
    find: "Buscar",
    none: "No hay nadie con esas palabras.",
    more: "Hay más. Escriba una palabra más.",
  },
  apart: {
    do: "No son lo mismo",
    show: "Ver las que no son lo mismo",
    showMentors: "Ver los mentores que son personas distintas",
    showPeople: "Ver los familiares que son personas distintas",
    saving: "Guardando …",
    takeBack: "Preguntar otra vez",
    said: "Se dijo en {{school}}, {{when}}",
  },
  recent: "Unidas en los últimos 7 días",
  by: "{{school}}, {{when}}",
  preview: {
    title: "Hacer una de dos",
    lead: "{{other}} desaparece y todo lo suyo pasa a {{kept}}. Se puede deshacer durante 7 días.",
    caption: "Las dos juntas",
    what: "Qué",
    stays: "Se queda",
    goes: "Desaparece",
    choices: "Dicen cosas distintas. ¿Qué es correcto?",
    comes: "Qué pasa de una a otra",
    elsewhere:
      "También pasan las prácticas, solicitudes y donaciones de las otras escuelas del distrito. No se muestran aquí.",
    accounts_one:
      "{{count}} persona entra por {{other}}. Leerá lo que leen en {{kept}}, también los nombres de los estudiantes que van allí.",
    accounts_many:
      "{{count}} de personas entran por {{other}}. Leerán lo que leen en {{kept}}, también los nombres de los estudiantes que van allí.",
    accounts_other:
      "{{count}} personas entran por {{other}}. Leerán lo que leen en {{kept}}, también los nombres de los estudiantes que van allí.",
    sure: "Haga una de dos solo si sabe que son la misma.",
    do: "Hacer una de las dos",
    doing: "Haciendo una …",
    swap: "Dejar la otra",
  },
  field: { name: "Nombre", sector: "Tipo", about: "Descripción", website: "Sitio web" },
  sector: { nonprofit: "Sin fines de lucro", public: "Pública", business: "Empresa" },
  count: {
    sites: "Lugares de trabajo",
    placements: "Prácticas",
    mentors: "Mentores",
    affiliations: "Mentores",
    pursuits: "Solicitudes de sus estudiantes",
    contacts: "Contactos de su escuela",
    introductions: "Presentaciones en su escuela",
    gifts: "Donaciones a su escuela",
    leads: "Prácticas que dirige",
    backups: "Prácticas donde es suplente",
    ties: "Organizaciones a las que pertenece",
    offers: "Ofertas de tiempo",
    apart: "Estudiantes de su escuela que se mantienen aparte",
    tasks: "Tareas abiertas de su escuela",
    children: "Estudiantes de su familia",
    consents: "Consentimientos que se les pidieron",
    nothing: "Nada que usted pueda ver.",
  },
  undo: {
    title: "{{gone}} pasó a {{kept}}",
    lead: "{{school}} hizo una de dos. Se puede deshacer hasta el {{until}}.",
    back: "Qué vuelve a {{gone}}",
    staying: "Qué se queda en {{kept}}",
    stayingText:
      "Es nuevo o está en un lugar que usa algo nuevo. Mire cada cosa y agréguela otra vez si no es de {{kept}}.",
    nothingStays: "No hay nada nuevo desde entonces. Todo vuelve a donde estaba.",
    changed:
      "Lo que cambió desde entonces vuelve como está ahora. Un mentor que se fue o quedó en pausa desde entonces sigue así.",
    do: "Deshacer",
    doing: "Deshaciendo …",
  },
  fault: {
    not_apart: "Alguien ya lo retiró.",
    not_permitted: "Solo pueden hacerlo los coordinadores y administradores.",
    changed_meanwhile: "Alguien cambió una de las dos. Mire las dos otra vez antes de hacer una de ellas.",
    undone_already: "Ya se deshizo.",
    too_late: "Pasaron los 7 días. Ya no se puede deshacer.",
    merged_since: "La que se quedó pasó después a otra. Deshaga eso primero.",
    later_first: "Otra pasó después a la que se quedó. Deshaga eso primero.",
    suspended_since: "Este mentor está suspendido ahora. Resuelva eso primero.",
    leaving_since: "Este mentor tiene ahora un último día. No se puede deshacer hasta que pase o se retire.",
    grown_since:
      "Desde entonces hay algo nuevo: se habló de un estudiante, se dirige otra práctica o se dio un acceso. Ya no se puede deshacer.",
    answered_since:
      "Quien se quedó ya respondió un consentimiento sobre un estudiante de la otra persona. Ya no se puede deshacer. Si son dos personas, aclare en la página de quien se quedó de quién es el estudiante y pregunte de nuevo.",
    seated_since:
      "Quien se quedó ya entró en una conversación sobre un estudiante de la otra persona. Ya no se puede deshacer. Si son dos personas, termine el vínculo con ese estudiante en la página de quien se quedó.",
    tie_changed_since:
      "Desde entonces se cambió lo que quien se quedó puede hacer por un estudiante. Ya no se puede deshacer. Cámbielo en la página de quien se quedó.",
    name_taken: "Una organización nueva tiene ahora este nombre. Primero haga una de esa y la que se quedó.",
  },
  mentor: {
    title: "Hacer un mentor de dos",
    lead: "Todo lo de {{other}} pasa a {{kept}}. Se puede deshacer durante 7 días.",
    section: "Mentores que quizás sean la misma persona",
    none: "No hay dos mentores parecidos.",
    choose: "Elegir dos mentores por su cuenta",
    because: { mail: "el mismo correo", phone: "el mismo teléfono", name: "el mismo nombre" },
    field: {
      fullName: "Nombre",
      nameUsed: "Nombre que usa",
      organisations: "Organizaciones",
      mails: "Correo",
      phones: "Teléfono",
    },
    elsewhere: "También pasa lo que otras escuelas del distrito guardan. No se muestra aquí.",
    reads: "Quién lee más que antes",
    readsLead: "{{kept}} dirige entonces estas prácticas. Las noticias van a {{mail}}.",
    readsWay_one:
      "{{count}} estudiante de su escuela va hacia una de ellas. Se le preguntará a {{kept}} cuando su escuela haya visto quién dirige.",
    readsWay_many:
      "{{count}} de estudiantes de su escuela van hacia ellas. Se le preguntará a {{kept}} cuando su escuela haya visto quién dirige.",
    readsWay_other:
      "{{count}} estudiantes de su escuela van hacia ellas. Se le preguntará a {{kept}} cuando su escuela haya visto quién dirige.",
    readsPeople: "En {{places}} leerán el nombre de {{kept}} y cómo comunicarse.",
    readsChecks:
      "Las verificaciones no pasan. {{kept}} necesita las suyas para cada práctica. Quien se mantiene aparte de uno de los dos se mantiene aparte de {{kept}}.",
    noMail: "nadie todavía: no hay correo",
    whichName: "¿Qué nombre es correcto?",
    sure: "Haga uno de dos solo si sabe que son la misma persona.",
    do: "Hacer un solo mentor",
    stricter: "Los estudiantes que se mantenían aparte de uno se mantienen aparte de los dos.",
    fault: {
      leaving: "Uno de los dos tiene un último día. Espere a que pase o retírelo.",
      suspended: "Uno de los dos está suspendido. Resuelva eso primero.",
      staff: "Uno de los dos también trabaja en una escuela del distrito. Los dos quedan como están.",
      wrong_way_round:
        "El otro tiene algo que no se puede mover: verificaciones, un acceso o estudiantes que conoce. Deje al otro.",
      both_held:
        "Los dos tienen algo que no se puede mover: verificaciones, un acceso o estudiantes que conocen. Los dos quedan como están.",
    },
  },
  person: {
    title: "Hacer un familiar de dos",
    lead: "Todo lo de {{other}} pasa a {{kept}}. Se puede deshacer durante 7 días.",
    section: "Familiares que quizás sean la misma persona",
    none: "No hay dos familiares parecidos.",
    more_one: "{{count}} par más se parece. Aparece cuando haya visto estos.",
    more_many: "{{count}} de pares más se parecen. Aparecen cuando haya visto estos.",
    more_other: "{{count}} pares más se parecen. Aparecen cuando haya visto estos.",
    choose: "Elegir dos familiares por su cuenta",
    twice: "Esta persona está dos veces",
    field: {
      fullName: "Nombre",
      nameUsed: "Nombre que usa",
      children: "Estudiantes",
      mails: "Correo",
      phones: "Teléfono",
    },
    readsChildren: "{{kept}} pasa a ser familia de {{children}}, con todos los derechos que el otro tiene ahí.",
    readsMails: "El correo para {{kept}} también puede ir a {{mails}}.",
    readsConsents:
      "Lo que el otro firmó o rechazó cuenta como respuesta de {{kept}}. El nombre con que se firmó no cambia.",
    readsCode:
      "Los accesos, invitaciones y códigos del otro dejan de servir. {{kept}} entra como antes, o recibe otra invitación. Si solo el otro podía entrar, ese acceso sigue para {{kept}}.",
    rights: "No pueden hacer lo mismo",
    rightOf: "{{student}}: {{right}}",
    yes: "Puede",
    no: "No puede",
    give: "¿Qué puede hacer {{kept}}?",
    giveHint: "Lo que usted no marque, después no lo tiene ninguno de los dos.",
    documented: "Un documento legal le quitó esto a uno de los dos. Los dos lo pierden:",
    sure: "Haga uno de dos solo si sabe que son la misma persona.",
    do: "Hacer una sola persona",
    undoNote:
      "Los accesos y las invitaciones de {{gone}} vuelven a servir. Lo que se pidió desde entonces sobre un estudiante que regresa espera a {{gone}}.",
    fault: {
      other_duties: "Uno de los dos también es estudiante o trabaja en la escuela. Los dos quedan como están.",
      left: "Uno de los dos ya no está en la escuela. Los dos quedan como están.",
      link_ended: "Con un estudiante solo uno de los dos sigue siendo familia. Resuelva eso primero en sus páginas.",
      link_undecided:
        "Todavía no se decidió qué puede hacer uno de los dos por un estudiante. Decídalo primero en su página.",
      answers_differ: "Uno dijo que sí y el otro que no a la misma pregunta. Hable primero con la familia.",
      answer_lost:
        "Una respuesta de uno de los dos ya no contaría, o no por tanto tiempo: el otro no puede dar consentimiento o es familia por menos tiempo. Elija que pueda darlo, o resuelva antes la respuesta o las fechas.",
      answer_revived:
        "Uno de los dos dijo que sí por un estudiante y ya no puede dar consentimiento. Ese sí contaría otra vez. Retírelo primero o no dé ese derecho.",
      wrong_way_round:
        "El otro tiene algo que no se puede mover: un acceso que ya usó o un lugar en una conversación. Deje al otro.",
      both_held:
        "Los dos tienen algo que no se puede mover: un acceso que ya usaron o un lugar en una conversación. Los dos quedan como están.",
    },
  },
  toast: {
    merged: "Ahora son una. Se puede deshacer durante 7 días.",
    undone: "Vuelven a ser dos.",
    apart: "No volveremos a preguntar por estos dos.",
    askedAgain: "Estos dos otra vez pueden ser lo mismo.",
  },
} satisfies Shape<typeof en>;
