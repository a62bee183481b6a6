import type en from "../en/mail";
import type { Shape } from "../shape";

export default {
  product: "Throughline",
  hello: "Hola, {{name}}:",
  helloNobody: "Hola:",
  help: "¿Preguntas? Llamar a {{name}}:",
  why: "Los enlaces de este correo solo abren una página. Nada cambia sin pulsar un botón allí.",
  unsubscribe: "No quiero más correos como este",
  day: {
    subject_one: "Una novedad de {{school}}",
    subject_many: "{{count}} de novedades de {{school}}",
    subject_other: "{{count}} novedades de {{school}}",
    lead: "Esto es nuevo desde nuestro último correo:",
    once: "Juntamos las novedades en un correo al día como máximo. Solo lo que no puede esperar llega aparte.",
    stop: "No quiero recibir más de esto",
  },
  gradeBand: { "6-8": "los grados 6 a 8", "9-10": "los grados 9 y 10", "11-12": "los grados 11 y 12" },
  kinds: {
    "sign-in": {
      subject: "{{code}} es su código para entrar",
      lead: "Escriba este código en la página donde lo pidió:",
      link: "O abra este enlace en el mismo navegador:",
      action: "Entrar",
      minutes_one: "El código y el enlace sirven una vez, durante {{count}} minuto.",
      minutes_many: "El código y el enlace sirven una vez, durante {{count}} minutos.",
      minutes_other: "El código y el enlace sirven una vez, durante {{count}} minutos.",
      careful: "¿No lo pidió usted? Entonces no haga nada. Nunca le diga este código a nadie.",
    },
    "consent-request": {
      subject: "{{school}} le pide permiso para {{student}}",
      lead: "{{student}} quiere aprender con un mentor fuera de la escuela.",
      ask: "Primero necesitamos su respuesta. La página muestra qué sabrían otros sobre {{student}} y quiénes son.",
      action: "Leer y responder",
      askByPerson:
        "Primero necesitamos su respuesta. Una carta nuestra muestra qué sabrían otras personas de {{student}} y quiénes son.",
      how: "Para firmar, escriba su nombre y el código que le dio la escuela. No necesita cuenta ni contraseña.",
      choice: "Puede decir sí o no, o hacer una pregunta. Si dice que no, {{student}} puede buscar otro lugar.",
      late: "El enlace deja de servir a las dos semanas. Entonces la página le ofrece uno nuevo.",
    },
    "consent-reminder": {
      subject: "{{student}} espera su respuesta",
      lead: "Hace unos días le pedimos permiso para {{student}}. Todavía no tenemos respuesta.",
      ask: "Un sí, un no o una pregunta: todo ayuda.",
      action: "Leer y responder",
      call: "¿Prefiere hablar primero? Llámenos, por favor. También puede responder en papel.",
    },
    "first-contact": {
      subject: "Alguien de {{school}} quiere aprender con usted",
      lead: "{{student}} está en {{grades}} y pidió su puesto «{{title}}».",
      likes: "A {{student}} le gusta: {{interests}}.",
      checked: "La escuela dijo que sí, y la familia está de acuerdo en que le escribamos.",
      action: "Leer y responder",
      how: "Puede decir sí o no, o hacer una pregunta. No necesita cuenta. Un sí no es definitivo: primero se conocerán.",
      late: "El enlace sirve durante tres semanas.",
      source: "Tenemos su dirección porque usted es el contacto de este puesto en {{organisation}}.",
    },
    "endorsement-asked": {
      subject: "Una solicitud de {{student}} le espera",
      lead: "{{student}} pide «{{title}}» en {{organisation}}.",
      next: "Diga que la apoya, o pásela a la coordinación con una duda. La coordinación decide después de usted.",
      action: "Leer la solicitud",
    },
    "advisor-news": {
      lead_left: {
        subject: "El mentor de {{student}} se fue",
        lead: "El mentor de «{{title}}» en {{organisation}} se fue. Por ahora {{student}} no va allí. La coordinación busca a otra persona.",
      },
      lead_new: {
        subject: "{{student}} tiene otro mentor",
        lead: "Ahora otro mentor dirige «{{title}}» en {{organisation}}. Para {{student}} no cambia nada más.",
      },
      action: "Abrir la página",
    },
    "pursuit-news": {
      offered: {
        subject: "{{organisation}} dice que sí a {{student}}",
        lead: "{{organisation}} ofrece a {{student}} el puesto «{{title}}». Ahora decide {{student}}.",
      },
      turned_down: {
        subject: "{{organisation}} no puede recibir a {{student}}",
        lead: "{{organisation}} no puede recibir a {{student}} para «{{title}}». La página muestra lo que escribieron.",
      },
      question: {
        subject: "{{organisation}} tiene una pregunta sobre {{student}}",
        lead: "{{organisation}} tiene una pregunta sobre {{student}} y «{{title}}». Responda pronto, por favor.",
      },
      accepted: {
        subject: "{{student}} toma el puesto en {{organisation}}",
        lead: "{{student}} toma «{{title}}». La página muestra qué falta antes de empezar. Si es una práctica, las otras solicitudes de práctica en los mismos días se detienen solas.",
      },
      offer_refused: {
        subject: "{{student}} no toma el puesto",
        lead: "{{student}} no toma «{{title}}» en {{organisation}}. La organización ya lo sabe.",
      },
      withdrawn: {
        subject: "{{student}} deja «{{title}}»",
        lead: "{{student}} no sigue con «{{title}}» en {{organisation}}. El lugar vuelve a estar libre.",
      },
      wants_suggestion: {
        subject: "{{student}} quiere probar «{{title}}»",
        lead: "{{student}} dice que sí a su idea: «{{title}}» en {{organisation}}. Ahora se pregunta a la familia.",
      },
      consent_refused: {
        subject: "Sin permiso para {{student}}",
        lead: "Un familiar de {{student}} dijo que no. Todo espera hasta que usted hable con la familia.",
      },
      message_held: {
        subject: "Un mensaje sobre {{student}} le espera",
        lead: "Alguien escribió o envió una imagen en la conversación de {{student}} y {{organisation}}. Espera en la página. Los demás lo ven solo cuando usted lo deje pasar.",
      },
      message_late: {
        subject: "Un mensaje sobre {{student}} sigue esperando",
        lead: "Nadie ha decidido todavía sobre un mensaje en la conversación de {{student}} y {{organisation}}. Léalo ahora, por favor, y déjelo pasar o devuélvalo.",
      },
      action: "Abrir la página",
    },
    "search-news": {
      subject_one: "{{count}} lugar nuevo para ti",
      subject_many: "{{count}} lugares nuevos para ti",
      subject_other: "{{count}} lugares nuevos para ti",
      lead_one: "Tus búsquedas guardadas encuentran uno nuevo:",
      lead_many: "Tus búsquedas guardadas encuentran {{count}} nuevos:",
      lead_other: "Tus búsquedas guardadas encuentran {{count}} nuevos:",
      more_one: "Y {{count}} más.",
      more_many: "Y {{count}} más.",
      more_other: "Y {{count}} más.",
      action: "Ver mis búsquedas guardadas",
    },
    "student-status": {
      approved: {
        subject: "Tu escuela dice que sí a «{{title}}»",
        lead: "Ahora se pregunta a tu familia. Después escribimos a {{organisation}}.",
      },
      declined: {
        subject: "Noticias sobre «{{title}}»",
        lead: "Esta vez no. Tu coordinador te escribió una nota. Puedes buscar otro lugar.",
      },
      suggested: {
        subject: "Una idea para ti: «{{title}}»",
        lead: "Tu escuela cree que este lugar en {{organisation}} puede ser para ti. Nadie más lo sabe aún. ¿Quieres probarlo?",
      },
      contacted: {
        subject: "Escribimos a {{organisation}}",
        lead: "Saben tu nombre de pila y lo que te gusta. Ahora esperamos su respuesta sobre «{{title}}».",
      },
      offered: {
        subject: "{{organisation}} dice que sí",
        lead: "Les gustaría tenerte en «{{title}}». Ahora te toca a ti. ¿Lo tomas?",
      },
      not_taken: {
        subject: "Noticias sobre «{{title}}»",
        lead: "{{organisation}} no puede recibir a nadie ahora. No es por ti. Puedes buscar otro lugar.",
      },
      completed: {
        subject: "«{{title}}» está hecho",
        lead: "Lo lograste. Tu página muestra qué puedes probar después.",
      },
      expired: {
        subject: "Se acabó el tiempo para «{{title}}»",
        lead: "Nadie respondió a tiempo. Pregunta a tu asesor qué hacer.",
      },
      withdrawn: {
        subject: "«{{title}}» termina aquí",
        lead: "«{{title}}» en {{organisation}} no sigue adelante. Habla con tu asesor. Puedes buscar otro lugar.",
      },
      consent_given: {
        subject: "Tu familia dice que sí",
        lead: "Tu familia está de acuerdo. El siguiente paso para «{{title}}» puede empezar.",
      },
      answer_recorded: {
        subject: "Tu escuela anotó tu respuesta",
        lead: "Le dijiste a tu escuela lo que quieres sobre «{{title}}» en {{organisation}}. Tu página lo muestra. ¿No es correcto? Díselo pronto a tu escuela.",
      },
      lead_left: {
        subject: "Un cambio en {{organisation}}",
        lead: "El mentor de «{{title}}» ya no trabaja allí con estudiantes. No hiciste nada malo. Por ahora no vayas. Tu escuela busca a otra persona y te dice cómo sigue.",
      },
      lead_new: {
        subject: "Un nuevo mentor en {{organisation}}",
        lead: "«{{title}}» sigue con otro mentor. Tu escuela sabe quién es. Pregunta allí si tienes dudas.",
      },
      not_possible_now: { subject: "Noticias sobre «{{title}}»", lead: "Ahora no es posible; habla con tu asesor." },
      byPerson: {
        declined: "Esta vez no. Pregunta por qué a tu coordinador. Puedes buscar otro lugar.",
        completed: "¡Lo lograste! Pregunta a tu asesor qué puedes probar ahora.",
        answer_recorded:
          "Dijiste a tu escuela qué quieres sobre «{{title}}» en {{organisation}}. Tu escuela lo anotó. ¿No es así? Dilo pronto en tu escuela.",
      },
      action: "Abrir mi página",
    },
    "family-news": {
      offered: {
        subject: "Una organización dice que sí a {{student}}",
        lead: "{{organisation}} ofrece a {{student}} el lugar «{{title}}». Ahora decide {{student}}.",
        placeless: "Una organización ofrece a {{student}} un lugar para aprender. Ahora decide {{student}}.",
      },
      not_taken: {
        subject: "Noticias para {{student}}: esta vez no",
        lead: "{{organisation}} no puede recibir a nadie para «{{title}}» ahora. {{student}} puede buscar otro lugar.",
        placeless: "La organización no puede recibir a nadie ahora. {{student}} puede buscar otro lugar.",
      },
      accepted: {
        subject: "{{student}} toma un lugar",
        lead: "{{student}} toma «{{title}}» en {{organisation}}. La escuela termina los últimos pasos antes del primer día.",
        placeless:
          "{{student}} toma un lugar para aprender. La escuela termina los últimos pasos antes del primer día.",
      },
      offer_refused: {
        subject: "{{student}} no toma un lugar",
        lead: "{{student}} no toma «{{title}}» en {{organisation}}. {{student}} puede buscar otro lugar.",
        placeless: "{{student}} no toma el lugar que le ofrecieron. {{student}} puede buscar otro.",
      },
      completed: {
        subject: "{{student}} ya terminó",
        lead: "{{student}} ya terminó «{{title}}» en {{organisation}}. Pregúntele cómo le fue. La página de {{student}} muestra qué sigue.",
        placeless: "{{student}} ya terminó allí. Pregúntele cómo le fue. La página de {{student}} muestra qué sigue.",
      },
      withdrawn: {
        subject: "Un lugar para {{student}} no sigue adelante",
        lead: "«{{title}}» en {{organisation}} no sigue adelante. {{student}} puede buscar otro lugar.",
        placeless: "Un lugar que {{student}} había pedido no sigue adelante. {{student}} puede buscar otro.",
      },
      expired: {
        subject: "Noticias para {{student}}: se acabó el tiempo",
        lead: "No hubo respuesta a tiempo sobre «{{title}}» en {{organisation}}. {{student}} puede buscar otro lugar.",
        placeless: "No hubo respuesta a tiempo sobre un lugar. {{student}} puede buscar otro.",
      },
      lead_left: {
        subject: "Un cambio para {{student}}",
        lead: "El mentor de «{{title}}» en {{organisation}} ya no trabaja allí con estudiantes. El lugar espera hasta que la escuela encuentre a otra persona. {{student}} no hizo nada malo y por ahora no va.",
        placeless:
          "Un mentor de {{student}} ya no trabaja con estudiantes. Ese lugar espera hasta que la escuela encuentre a otra persona. {{student}} no hizo nada malo.",
      },
      lead_new: {
        subject: "Un nuevo mentor para {{student}}",
        lead: "«{{title}}» en {{organisation}} sigue con otro mentor. La escuela sabe quién es. Llámenos si tiene preguntas.",
        placeless:
          "Un lugar de {{student}} sigue con otro mentor. La escuela sabe quién es. Llámenos si tiene preguntas.",
      },
      action: "Abrir mi página",
    },
    "transfer-news": {
      student: {
        announced: {
          subject: "Vas a otra escuela",
          lead: "Anotamos que vas a {{otherSchool}}. Tu primer día allí es el {{day}}.",
          placeless: "Anotamos que vas a otra escuela. Te contamos más en persona.",
          next: "Entras allí igual que aquí. Lo que buscas aquí termina. Nada de lo que hiciste aquí va contigo: la nueva escuela te pregunta otra vez. Si algo no es correcto, llámanos.",
        },
        taken_back: {
          subject: "Te quedas en {{school}}",
          lead: "No vas a {{otherSchool}}. Ya no vale lo que te escribimos sobre un primer día el {{day}}.",
          placeless: "No vas a otra escuela. Ya no vale lo que te dijimos antes.",
          next: "Entras como antes. Si tienes una pregunta, llámanos.",
        },
        received: {
          subject: "{{school}} te espera",
          lead: "{{school}} te espera; vienes de {{otherSchool}}. Tu primer día es el {{day}}. Desde ese día entras con el mismo correo que antes.",
          placeless: "{{school}} te espera. Pregúntanos cuándo es tu primer día.",
          next: "No sabemos nada de lo que hiciste en la otra escuela. Empieza por lo que te gusta. A tu familia se le pide permiso otra vez.",
        },
      },
      family: {
        announced: {
          subject: "{{student}} va a otra escuela",
          lead: "Anotamos que {{student}} va a {{otherSchool}}. El primer día allí es el {{day}}.",
          placeless: "Anotamos que {{student}} va a otra escuela. Si quiere saber más, llámenos.",
          next: "Lo que {{student}} busca aquí termina. Nada de lo que usted permitió aquí va a la nueva escuela: ella pregunta otra vez. Si algo no es correcto, llámenos.",
        },
        taken_back: {
          subject: "{{student}} se queda en {{school}}",
          lead: "{{student}} no va a {{otherSchool}}. Ya no vale lo que le escribimos sobre un primer día el {{day}}.",
          placeless: "{{student}} no va a otra escuela. Ya no vale lo que le escribimos antes.",
          next: "Usted no tiene que hacer nada. Si tiene una pregunta, llámenos.",
        },
        received: {
          subject: "{{school}} espera a {{student}}",
          lead: "{{school}} espera a {{student}}, que viene de {{otherSchool}}, el {{day}}.",
          placeless: "{{school}} espera a {{student}}.",
          next: "Todavía no hemos decidido qué puede ver y responder usted aquí. Después le pediremos cada permiso otra vez: lo que permitió en la otra escuela no vale aquí. Si tiene una pregunta, llámenos.",
        },
      },
      action: "Abrir mi página",
    },
    "own-rights": {
      student: {
        subject: "Cumpliste 18 años: desde ahora decides tú",
        lead: "Ya tienes 18 años. Desde ahora tú dices sí o no a lo que pregunta la escuela. Lo que la escuela guarda sobre tu búsqueda de un lugar es tuyo.",
        next: "Tu familia ya no lo ve, a menos que tú se lo permitas. Lo eliges para cada persona y puedes cambiarlo cuando quieras.",
        action: "Elegir quién lo ve",
      },
      family: {
        subject: "{{student}} cumplió 18 años y ahora decide",
        lead: "{{student}} ya tiene 18 años. Desde ahora {{student}} dice sí o no a lo que pregunta la escuela, y a usted ya no se le pregunta.",
        next: "Usted ve cómo va la búsqueda de un lugar solo si {{student}} se lo permite. Hable de eso con {{student}}. La escuela puede ayudar con sus preguntas.",
        action: "Abrir mi página",
      },
    },
    "mentor-leaving": {
      said: {
        subject: "Su último día en {{organisation}}",
        lead: "La escuela anotó que el {{day}} es su último día en {{organisation}}.",
        next: "Después de ese día ya no puede entrar por esa organización, y otras personas atienden a sus estudiantes. ¿No es correcto? Llámenos pronto, por favor.",
      },
      taken_back: {
        subject: "Usted sigue en {{organisation}}",
        lead: "La escuela había anotado el {{day}} como su último día en {{organisation}}. Eso ya no vale.",
        next: "Todo sigue como antes. Usted no tiene que hacer nada.",
      },
      action: "Ver lo que está anotado",
    },
    "mentor-status": {
      leads_now: {
        subject: "Ahora usted dirige «{{title}}»: {{student}}",
        lead: "{{student}} va camino a «{{title}}», y ahora lo dirige usted. Vea cómo va todo y responda si algo le espera.",
      },
      accepted: {
        subject: "{{student}} toma su puesto",
        lead: "{{student}} toma «{{title}}». La escuela termina los últimos pasos con usted. Espere la fecha de inicio, por favor.",
      },
      offer_refused: {
        subject: "{{student}} no toma su puesto",
        lead: "{{student}} decidió no tomar «{{title}}». Gracias por la oferta. Su puesto sigue abierto para otros.",
      },
      withdrawn: {
        subject: "{{student}} ya no sigue con «{{title}}»",
        lead: "{{student}} ya no busca «{{title}}». Usted no tiene que hacer nada. Su puesto sigue abierto para otros.",
      },
      expired: {
        subject: "Se acabó el tiempo para «{{title}}»",
        lead: "No hubo respuesta a tiempo sobre {{student}}. Usted no tiene que hacer nada. Su puesto sigue abierto para otros.",
      },
      answer_recorded: {
        subject: "Anotamos su respuesta sobre {{student}}",
        lead: "Usted nos dijo su respuesta sobre {{student}} y «{{title}}». La anotamos. ¿No es correcta? Llámenos pronto, por favor.",
      },
      action: "Abrir la página",
    },
    "visit-news": {
      kind: { informational_interview: "entrevista", shadow_day: "día de observación" },
      dated: {
        student: {
          subject: "Ya hay fecha: {{visit}}",
          lead: "Ya hay fecha para «{{title}}» en {{organisation}}. Es tu {{visit}}.",
        },
        mentor: {
          subject: "Fecha para {{student}}: {{visit}}",
          lead: "{{student}} va a {{organisation}} por «{{title}}»: {{visit}}.",
        },
        family: {
          subject: "{{student}} tiene una cita: {{visit}}",
          lead: "{{student}} tiene una cita por «{{title}}» en {{organisation}}: {{visit}}.",
        },
        placeless: "{{student}} tiene una cita ({{visit}}). La escuela puede decirle más.",
      },
      moved: {
        student: {
          subject: "Cambió tu {{visit}}",
          lead: "Cambió tu {{visit}} por «{{title}}» en {{organisation}}. Ahora es así.",
        },
        mentor: {
          subject: "Un cambio con {{student}}: {{visit}}",
          lead: "La cita de {{student}} por «{{title}}» ({{visit}}) cambió. Ahora es así.",
        },
        family: {
          subject: "Un cambio con {{student}}: {{visit}}",
          lead: "La cita de {{student}} en {{organisation}} ({{visit}}) cambió. Ahora es así.",
        },
        placeless: "Una cita de {{student}} ({{visit}}) cambió. La escuela puede decirle más.",
      },
      cancelled: {
        student: {
          subject: "No habrá {{visit}}",
          lead: "No habrá {{visit}} por «{{title}}» en {{organisation}}.",
        },
        mentor: {
          subject: "Se canceló la cita con {{student}}: {{visit}}",
          lead: "La cita de {{student}} por «{{title}}» ({{visit}}) no se hará.",
        },
        family: {
          subject: "Se canceló una cita de {{student}}: {{visit}}",
          lead: "La cita de {{student}} en {{organisation}} ({{visit}}) no se hará.",
        },
        placeless: "Una cita de {{student}} ({{visit}}) no se hará. La escuela puede decirle más.",
      },
      not_yours: {
        subject: "Ya no es suya la cita con {{student}}: {{visit}}",
        lead: "Usted ya no dirige «{{title}}» en {{organisation}}. Ahora otra persona de allí tiene la cita con {{student}} ({{visit}}).",
        next: "La quitamos de su calendario. Usted no tiene que hacer nada.",
      },
      when: "Cuándo: {{when}}",
      where: "Dónde: {{place}}",
      cannot: {
        student: "¿No puedes ir? Dilo en tu página o llama a la escuela.",
        mentor: "¿Ese día no le va bien? Dígalo en la página o llame a la escuela.",
        family: "¿Hay algún problema con esa fecha? Llame a la escuela, por favor.",
      },
      cannotByPerson: {
        student: "¿No puedes ir? Llama a la escuela.",
        mentor: "¿Ese día no le va bien? Llame a la escuela, por favor.",
      },
      entry: {
        own: "Tu cita en {{organisation}}: {{visit}}",
        ofStudent: "{{student}} en {{organisation}}: {{visit}}",
        help: "¿Preguntas? {{name}}, {{phone}}",
      },
      action: "Abrir la página",
    },
    "concern-waits": {
      subject: "Un informe le espera ahora",
      lead: "Le espera un informe. Llegó en esta fecha y hora: {{when}}",
      next: "Por privacidad este correo no dice más. Por favor, ábralo y diga que se hace cargo. Si nadie lo hace, se avisa a otras personas. Hasta que lo lea, no hable de esto con nadie.",
      action: "Abrir el informe",
    },
    "leads-changed": {
      subject: "Cambia quién lee los informes de preocupaciones en {{school}}",
      name: "{{by}} nombró a {{name}} como persona encargada de la protección. Vale desde: {{day}}.",
      end: "{{by}} indicó que {{name}} ya no será persona encargada de la protección. Vale desde: {{day}}.",
      stop_name: "{{by}} detuvo un cambio. {{name}} no será persona encargada de la protección.",
      stop_end: "{{by}} detuvo un cambio. {{name}} sigue como persona encargada de la protección.",
      next: "Las personas encargadas leen los informes de preocupaciones. ¿No lo esperaba? Pregunte en la escuela. Hasta el día en que vale un cambio, una persona encargada o un administrador puede detenerlo en esta página.",
      action: "Ver las personas encargadas",
    },
    "meeting-news": {
      planned: {
        student: { subject: "Una reunión con {{advisor}}", lead: "{{advisor}} quiere hablar contigo." },
        advisor: { subject: "Una reunión con {{student}}", lead: "Su reunión con {{student}} está planeada." },
        family: {
          subject: "Una reunión sobre {{student}}",
          lead: "{{advisor}} quiere hablar con {{student}} y con usted.",
        },
        placeless: "{{advisor}} quiere hablar con {{student}} y con usted. La escuela puede decirle más.",
      },
      moved: {
        student: {
          subject: "Cambió tu reunión con {{advisor}}",
          lead: "Cambió tu reunión con {{advisor}}. Ahora es así.",
        },
        advisor: {
          subject: "Un cambio: reunión con {{student}}",
          lead: "Su reunión con {{student}} cambió. Ahora es así.",
        },
        family: {
          subject: "Un cambio: reunión sobre {{student}}",
          lead: "La reunión de {{advisor}} con {{student}} y con usted cambió. Ahora es así.",
        },
        placeless: "La reunión de {{advisor}} con {{student}} y con usted cambió. La escuela puede decirle más.",
      },
      cancelled: {
        student: {
          subject: "No habrá reunión con {{advisor}}",
          lead: "Tu reunión con {{advisor}} no se hará.",
        },
        advisor: { subject: "Cancelada: reunión con {{student}}", lead: "Su reunión con {{student}} no se hará." },
        family: {
          subject: "Cancelada: reunión sobre {{student}}",
          lead: "No hace falta que venga. Para usted, la reunión se canceló.",
        },
        placeless: "Para usted se canceló la reunión de {{advisor}} con {{student}}. La escuela puede decirle más.",
      },
      when: "Cuándo: {{when}}",
      where: "Dónde: {{place}}",
      cannot: {
        student: "¿No puedes ir? Díselo a tu asesor o llama a la escuela.",
        advisor: "En su página puede cambiarla o cancelarla.",
        family: "¿No puede venir? Llame a la escuela, por favor.",
      },
      entry: {
        student: "Reunión con {{advisor}}",
        advisor: "Reunión con {{student}}",
        family: "Reunión sobre {{student}}",
        help: "¿Preguntas? {{name}}, {{phone}}",
      },
      action: "Abrir la página",
    },
    "conversation-news": {
      subject_one: "Hay un mensaje nuevo",
      subject_many: "Hay {{count}} mensajes nuevos",
      subject_other: "Hay {{count}} mensajes nuevos",
      lead_one:
        "Hay algo nuevo en una conversación en {{school}}. Para que quede en privado, este correo no lo muestra.",
      lead_many:
        "Hay cosas nuevas en las conversaciones en {{school}}. Para que queden en privado, este correo no las muestra.",
      lead_other:
        "Hay cosas nuevas en las conversaciones en {{school}}. Para que queden en privado, este correo no las muestra.",
      with: "{{student}}: {{title}}",
      messages_one: "{{organisation}}, un mensaje nuevo",
      messages_many: "{{organisation}}, {{count}} mensajes nuevos",
      messages_other: "{{organisation}}, {{count}} mensajes nuevos",
      pictures_one: "En la página se puede ver una imagen.",
      pictures_many: "En la página se pueden ver {{count}} imágenes.",
      pictures_other: "En la página se pueden ver {{count}} imágenes.",
      more_one: "Y una conversación más.",
      more_many: "Y {{count}} conversaciones más.",
      more_other: "Y {{count}} conversaciones más.",
      action: "Leer y responder",
      to: "Responder por correo",
      answer: "También se puede responder a este correo. La respuesta será un mensaje en la conversación.",
      answers: "También se puede responder por correo. Cada conversación tiene su propia dirección.",
      relay:
        "Todas las personas de la conversación y la escuela pueden leer la respuesta. Nadie ve la dirección de correo de quien responde. Por favor, sin números de teléfono ni direcciones.",
      once: "Este correo llega una vez al día como máximo, y nunca de noche.",
    },
    "cover-news": {
      cover: {
        given: {
          subject: "¿Puede suplir en {{advisory}} unos días?",
          lead: "{{by}} le pide que supla en {{advisory}}. Primer día: {{from}}. Último día: {{to}}. En esos días sus estudiantes están en su página con los suyos. ¿No puede hacerlo? Avise a {{by}}.",
        },
        ended: {
          subject: "Usted ya no suple en {{advisory}}",
          lead: "{{by}} terminó su suplencia en {{advisory}}. Usted ya no ve a esos estudiantes.",
        },
      },
      advisor: {
        given: {
          subject: "Alguien suple en {{advisory}} unos días",
          lead: "{{by}} pidió a {{name}} que supla en {{advisory}}. Primer día: {{from}}. Último día: {{to}}. En esos días {{name}} lee lo mismo que el asesor.",
        },
        ended: {
          subject: "Terminó una suplencia en {{advisory}}",
          lead: "{{by}} terminó la suplencia de {{name}} en {{advisory}}. ¿Va a faltar el asesor? Pídalo a otro colega.",
        },
      },
      action: "Ver quién suple",
    },
    "reply-returned": {
      subject: "No se envió la respuesta",
      half: "La respuesta se envió sin el archivo",
      empty:
        "En el correo no encontramos palabras nuevas ni fotos que se puedan enviar, así que no se envió nada. También se puede escribir en la página.",
      too_long:
        "La respuesta es demasiado larga para un mensaje, así que no se envió. En la página se puede escribir en dos partes.",
      too_often: "Fueron muchos mensajes en una hora, así que el último no se envió. Hay que esperar un rato.",
      ended:
        "En este momento no se puede escribir en esta conversación, así que nadie en ella ve la respuesta. Una persona de la escuela la lee.",
      unreadable: "No pudimos leer el correo, así que no se envió nada. También se puede escribir en la página.",
      files:
        "La respuesta está en la conversación. Un archivo del correo quedó fuera. Se pueden enviar hasta 3 fotos, JPEG o PNG, de 5 MB cada una. Si es un papel, basta una foto.",
      elsewhere:
        "Las respuestas a ese correo no se leen ni se guardan, porque pueden decir lo que solo pocas personas deben saber. Se puede escribir en la página o llamar.",
      action: "Ir a la conversación",
      page: "Ir a la página",
    },
    "needs-you": {
      subject_one: "Una cosa le espera",
      subject_many: "{{count}} cosas le esperan",
      subject_other: "{{count}} cosas le esperan",
      lead: "Esto espera hoy a alguien de su escuela:",
      requests_one: "Una solicitud de un estudiante",
      requests_many: "{{count}} solicitudes de estudiantes",
      requests_other: "{{count}} solicitudes de estudiantes",
      introductions_one: "Un mentor que presentó una familia",
      introductions_many: "{{count}} mentores que presentaron las familias",
      introductions_other: "{{count}} mentores que presentaron las familias",
      tasks_one: "Una tarea abierta",
      tasks_many: "{{count}} tareas abiertas",
      tasks_other: "{{count}} tareas abiertas",
      conversations_one: "Una conversación con mensajes nuevos",
      conversations_many: "{{count}} conversaciones con mensajes nuevos",
      conversations_other: "{{count}} conversaciones con mensajes nuevos",
      action: "Ver qué es",
    },
    "placement-published": {
      subject: "«{{title}}» está abierto en {{school}}",
      lead: "{{school}} leyó su puesto y ahora lo muestra a sus estudiantes. ¡Gracias!",
      next: "Le escribimos cuando alguien lo pida, después del sí de la escuela y de la familia.",
      nextByPerson: "Le llamamos cuando un estudiante lo pida, después de que la escuela y la familia digan que sí.",
      action: "Ver mi puesto",
    },
    "introduction-invitation": {
      subject: "A {{school}} le gustaría conocerle",
      named: "{{proposer}} cree que usted sería un buen mentor para un estudiante.",
      unnamed: "Alguien de nuestra escuela cree que usted sería un buen mentor para un estudiante.",
      what: "Nuestros estudiantes aprenden parte de la semana con personas en su trabajo. Un mentor muestra a un estudiante lo que hace.",
      small: "Puede empezar con poco: una charla de media hora o un día juntos. Usted decide.",
      action: "Ver qué significa y responder",
      how: "Puede decir sí o no, o hacer una pregunta. No necesita cuenta.",
      sourceNamed: "Tenemos su dirección porque {{proposer}} nos la dio.",
      sourceUnnamed: "Tenemos su dirección porque alguien de nuestra escuela nos la dio.",
      once: "Le recordamos una vez como máximo. Si no responde, borramos sus datos después de 90 días.",
      deleteMe: "Borrar mis datos ahora",
    },
    "introduction-reminder": {
      subject: "¿Le gustaría conocernos? {{school}}",
      again: "Le escribimos hace unos días. Este es nuestro único recordatorio.",
    },
    "introduction-thanks": {
      subject: "{{mentor}} dijo que sí. ¡Gracias!",
      lead: "Gracias a esta presentación conocimos a {{mentor}}. Ahora nuestros estudiantes pueden aprender allí.",
      next: "Cuando un estudiante de nuestra escuela encuentre un lugar allí, lo contamos. No diremos quién es.",
      action: "Ver qué pasó después",
    },
    "introduction-answer": {
      subject: "Una respuesta a su pregunta, {{school}}",
      asked: "Usted nos preguntó: «{{question}}»",
      action: "Decir sí o no, o preguntar otra vez",
    },
    "introduction-placed": {
      subject: "Un estudiante encontró un lugar con {{mentor}}",
      lead: "Gracias a esta presentación conocimos a {{mentor}}. Ahora un estudiante de {{school}} tiene allí un lugar para aprender.",
      notWho: "No decimos quién es. Eso lo cuentan el estudiante y su familia, si quieren.",
      action: "Ver qué pasó después, o presentar a otra persona",
    },
    "introduce-link": {
      subject: "Su enlace para presentar a alguien a {{school}}",
      lead: "Usted pidió un enlace nuevo. Con él puede presentar a personas que conoce y ver qué pasó después.",
      action: "Presentar a alguien que conoce",
      year: "El enlace funciona un año. No necesita contraseña.",
    },
    "mentor-welcome": {
      subject: "¡Le damos la bienvenida, {{organisation}}!",
      lead: "Usted ya es mentor de {{organisation}}. ¡Gracias!",
      next: "Entre con este correo. No necesita contraseña: le enviamos un código.",
      post: "Después cuente qué podrían hacer los estudiantes con usted. La escuela lo lee antes de que lo vean los estudiantes.",
      posted:
        "La escuela ya tiene lo que usted ofreció. No tiene que hacer nada más: le escribimos cuando los estudiantes puedan verlo.",
      action: "Entrar",
    },
    "sign-in-address": {
      subject: "Ahora entra a {{school}} con este correo",
      lead: "El personal de {{school}} anotó este correo para usted. Desde ahora entra con él.",
      next: "No hay contraseña: la página envía un código a este correo.",
      notMe: "¿Esto no es para usted? Entonces no haga nada, o avise a la escuela.",
      action: "Entrar",
    },
    "claim-refused": {
      subject: "Sobre su oferta a {{school}}",
      lead: "Gracias por su oferta. No pudimos confirmar que usted trabaja en {{organisation}}, así que los estudiantes no la ven.",
      next: "¿Es un error? Llámenos, por favor, o haga su pregunta en nuestra página.",
      action: "Preguntar a la escuela",
    },
    "introduction-news": {
      submitted: {
        subject: "Alguien presenta a un mentor",
        lead: "Alguien propone a {{mentor}} como mentor. Échele un vistazo, por favor.",
      },
      accepted: {
        subject: "{{mentor}} dijo que sí",
        lead: "{{mentor}} quiere ser mentor. La página muestra qué sigue.",
      },
      waiting: {
        subject: "{{mentor}} todavía espera una invitación",
        lead: "Hace un mes alguien propuso a {{mentor}} como mentor, y nadie lo ha decidido. Por favor, invite a esa persona o diga por qué no.",
      },
      action: "Abrir la página",
    },
    giftPurpose: {
      transit: "pases de autobús y tren",
      tools: "herramientas y equipo de protección",
      clearance: "costos de verificación de antecedentes",
      stipend: "estipendios para estudiantes",
    },
    practice: {
      subject: "Práctica – {{subject}}",
      lead: "Práctica – no se mueve dinero. Alguien está probando cómo donar. Nadie pagó nada, y este correo no es un recibo.",
    },
    "visitor-offer-link": {
      subject: "Su oferta a {{school}}",
      lead: "Alguien le ofreció a {{school}} un lugar donde una persona estudiante puede aprender, y dio este correo. ¿Fue usted?",
      next: "Entonces abra el enlace y siga. Toma unos diez minutos.",
      action: "Seguir con mi oferta",
      keep: "El enlace sirve 30 días, en cualquiera de sus aparatos. Lo que escriba se guarda. No se lo pase a nadie.",
      notMe: "No fui yo: borrar esto",
    },
    "visitor-offer-news": {
      in_review: {
        subject: "{{organisation}} ofrece un puesto",
        lead: "{{organisation}} ofreció un puesto y todavía no tiene cuenta aquí. Espera su revisión.",
      },
      to_confirm: {
        subject: "Alguien ofrece un puesto en {{organisation}}",
        lead: "Alguien ofreció un puesto en {{organisation}}, que el distrito ya conoce. Por favor, confirme primero que trabaja allí.",
      },
      action: "Abrir la página",
    },
    "gift-pledged": {
      subject: "Gracias por su promesa a {{school}}",
      lead: "Usted prometió {{amount}} a {{school}} para {{purpose}}. ¡Gracias!",
      action: "Pagar, o pedir una factura",
      next: "También puede enviar un cheque a la escuela. Guarde este correo: lleva a su donación.",
    },
    "gift-receipt": {
      subject: "Recibo de su donación a {{school}}",
      lead: "{{school}} ha recibido {{amount}} de usted. ¡Gracias!",
      facts: "Monto: {{amount}}. Día: {{day}}. Para: {{purpose}}.",
      next: "Usted no recibió bienes ni servicios a cambio. Por favor guarde este correo.",
      action: "Ver mi donación",
    },
    "gift-returned": {
      subject: "Se le devolvió dinero de su donación a {{school}}",
      lead: "Se le devolvieron {{amount}} de su donación a {{school}}.",
      facts: "Día: {{day}}. La donación era para: {{purpose}}.",
      next: "Su banco puede tardar unos días en mostrarlo. El recibo que le enviamos antes vale solo para lo que queda. Por favor guarde este correo.",
      action: "Ver mi donación",
    },
    "gift-failed": {
      subject: "Su banco no envió su donación a {{school}}",
      lead: "Su banco no envió los {{amount}} de su donación a {{school}}. La escuela no tiene este dinero.",
      next: "Si le enviamos un recibo por este dinero, ya no vale. Si todavía quiere donar, abra su donación: allí puede intentarlo de nuevo o elegir otra forma.",
      action: "Ver mi donación",
    },
    "gift-bounced": {
      subject: "Su cheque para {{school}} fue devuelto",
      lead: "Su cheque de {{amount}} para {{school}} fue devuelto. El banco no lo pagó, así que la escuela no tiene este dinero.",
      next: "Si le enviamos un recibo por este cheque, ya no vale. Si todavía quiere donar, abra su donación: allí ve cómo se puede pagar. O envíe otro cheque.",
      action: "Ver mi donación",
    },
    "give-invitation": {
      subject: "Ayude a un estudiante a llegar al trabajo: {{school}}",
      lead: "Algunos estudiantes de {{school}} no pueden tomar un puesto porque el autobús, las botas o una tarifa cuestan demasiado. Una donación al fondo de acceso lo paga.",
      action: "Ver cómo donar",
      next: "Una donación no cambia a qué estudiante le toca qué puesto, y no le muestra a ningún estudiante.",
      source: "Tenemos su correo porque usted es un contacto de una organización que trabaja con {{school}}.",
      deleteMe:
        "¿No quiere más correos así, o quiere que borremos sus datos? El enlace de abajo sirve para ambas cosas.",
    },
    "outreach-mail": {
      from: "{{name}}, coordinación de {{school}}",
      source: {
        typed: "Tenemos su dirección porque usted se la dio a {{school}}.",
        import: "Tenemos su dirección de una lista de organizaciones de {{school}}.",
        introduction:
          "Tenemos su dirección porque una familia de {{school}} dio su nombre como alguien que quizás quiera ayudar a estudiantes.",
        public_site: "Tenemos su dirección de un sitio web público.",
      },
      sourceMore: "Más sobre eso: {{note}}.",
      answer: "¿Quiere responder? Por favor, llame a {{name}}:",
      answerMail: "¿Quiere responder? Por favor, responda a este correo o llame a {{name}}:",
      deleteMe: "¿No quiere más correos así, o quiere que borremos sus datos? El enlace de abajo hace las dos cosas.",
    },
    "place-invitation": {
      invited: {
        subject: "{{school}} le invita a Throughline",
        lead: "{{school}} tiene un lugar para usted en Throughline.",
      },
      reminded: {
        subject: "Su lugar en {{school}} todavía le espera",
        lead: "Hace unos días {{school}} le invitó a Throughline. No le escribiremos otra vez sobre esto.",
      },
      student: {
        invited: {
          subject: "{{school}} te invita a Throughline",
          lead: "{{school}} tiene un lugar para ti en Throughline.",
        },
        reminded: {
          subject: "Tu lugar en {{school}} todavía te espera",
          lead: "Hace unos días {{school}} te invitó a Throughline. No te escribiremos otra vez sobre esto.",
        },
        notMe: "¿Esto no es para ti? No tienes que hacer nada. También puedes avisar a la escuela.",
      },
      for: {
        student: "Ahí encuentras lugares para aprender en el trabajo, guardas los que te gustan y los pides.",
        guardian: "Ahí ve lo que busca su estudiante y contesta lo que la escuela le pregunta.",
        staff: "Ahí ve a sus estudiantes y lo que buscan.",
      },
      next: "La página pide un código, que enviamos a este correo. No hay contraseña.",
      notMe: "¿Esto no es para usted? No tiene que hacer nada. También puede avisar a la escuela.",
      action: "Entrar",
    },
    "check-ending": {
      subject: "Su revisión de antecedentes para {{school}} termina pronto",
      lead: "Su revisión de antecedentes para {{school}} vale hasta el {{day}}.",
      leadOf: "Su revisión «{{check}}» para {{school}} vale hasta el {{day}}.",
      next: "La escuela puede decirle cómo renovarla. Sin una nueva, ningún estudiante puede ir con usted después de ese día.",
      action: "Ver mis estudiantes",
    },
    "still-open": {
      subject_one: "¿Sigue abierto el lugar que ofrece?",
      subject_many: "¿Siguen abiertos los lugares que ofrece?",
      subject_other: "¿Siguen abiertos los lugares que ofrece?",
      lead_one:
        "Hace tiempo que no hay novedades de lo que usted ofrece en {{school}}. ¿Sigue abierto para un estudiante?",
      lead_many:
        "Hace tiempo que no hay novedades de lo que usted ofrece en {{school}}. ¿Siguen abiertos para un estudiante?",
      lead_other:
        "Hace tiempo que no hay novedades de lo que usted ofrece en {{school}}. ¿Siguen abiertos para un estudiante?",
      one: "«{{title}}»",
      until:
        "Díganos antes del {{day}}, por favor. Si no sabemos nada, los estudiantes dejan de verlo después de ese día. Puede ofrecerlo otra vez cuando quiera.",
      action: "Decir qué sigue abierto",
    },
    "school-invitation": {
      subject: "{{school}} está lista para usted",
      lead: "Usted es la primera persona que administra {{school}} en Throughline.",
      next: "El enlace abre su escuela. Desde entonces entra con un código que le enviamos. No hay contraseña.",
      action: "Abrir mi escuela",
    },
  },
} satisfies Shape<typeof en>;
