import type en from "../en/invitations";
import type { Shape } from "../shape";

export default {
  code: {
    title: "Entrar con un código",
    lead: "Su escuela le dio una carta con un código, o se lo dijo.",
    code: "Código",
    hint: "Diez letras y números, como A1B2C-D3E4F.",
    go: "Seguir",
    pending: "Buscando …",
    none: "¿No tiene código? ¿La escuela ya tiene su correo?",
    signIn: "Entrar",
  },
  join: {
    title: "Entrar",
    lead: {
      student: "Este es el lugar de {{name}}, estudiante de {{school}}.",
      guardian: "Este es el lugar de {{name}}, familia de un estudiante de {{school}}.",
      staff: "Este es el lugar de {{name}}, que trabaja en {{school}}.",
    },
    mail: "Su propio correo electrónico",
    mailHint: "Solo usted debe leerlo. Ahí le enviamos un código, ahora y cada vez que entre.",
    send: "Enviarme un código",
    sendKnown: "Enviar un código a mi correo",
    pending: "Enviando …",
    notMe: "¿Usted no es {{name}}? Entonces no haga nada y avise a la escuela.",
  },
  signedIn: {
    lead: "En este navegador entró {{mail}}. Primero salga; luego abra la invitación otra vez.",
    out: "Salir",
    find: "¿Trabaja en la escuela? Vea de quién es esta carta",
  },
  over: {
    title: "Esta invitación ya no sirve",
    lead: "Ya se usó, se acabó su tiempo, la escuela hizo otra o usted ya entra con su correo. La escuela puede invitarle de nuevo.",
    in: "¿Ya ha entrado antes?",
  },
  invite: {
    short: "Invitar",
    title: "Invitar a {{name}}",
    lead: "Solo vale una invitación a la vez: una nueva termina la anterior. Cada una sirve 30 días.",
    pending: "Un momento …",
  },
  mail: {
    title: "Por correo electrónico",
    lead: "A {{mail}}, en su idioma. Después de una semana sin respuesta escribimos una vez más.",
    none: "Todavía no entra con ningún correo. Anote uno en su página o use un código.",
    notRead: "¿No puede leer el correo ahí? Primero quite la dirección de su página. Luego puede hacer un código.",
    send: "Enviar el correo",
  },
  letter: {
    way: "Por carta",
    wayLead: "Una hoja con un código, en su idioma. La persona trae un correo propio.",
    make: "Hacer la carta",
    page: "Carta para {{name}}",
    shownOnce:
      "Imprímala ahora. No guardamos copia y el código no se muestra otra vez. No recargue esta página: una carta nueva termina esta.",
    noWords: "Todavía no tenemos textos en su idioma. Agregue una nota a mano.",
    title: "{{name}}, su lugar está listo",
    lead: {
      student:
        "{{school}} usa Throughline. Ahí encuentra lugares para aprender en el trabajo, guarda los que le gustan y los pide.",
      guardian: "{{school}} usa Throughline. Ahí ve lo que busca su estudiante y contesta lo que le preguntamos.",
    },
    open: "Escanee el cuadro o abra {{address}}.",
    type: "Escriba el código.",
    mail: "Escriba un correo que solo usted lea. Ahí le enviamos un número.",
    codeIs: "Su código",
    once: "El código sirve una vez, hasta el {{day}}. No se lo dé a nadie más.",
    help: "¿Preguntas? {{name}}, {{phone}}.",
    scan: "Cuadro que abre su invitación",
  },
  hand: {
    title: "En persona",
    lead: "Diga el código a la persona, y a nadie más. Se muestra una vez.",
    note: "¿Cómo sabe que es esa persona?",
    noteHint: "Por ejemplo: vino a la oficina con su pasaporte. Esto queda en su página.",
    show: "Mostrar un código",
    codeIs: "Código para {{name}}",
    where:
      "En la página para entrar se elige Entrar con un código. No recargue esta página: un código nuevo termina este.",
  },
  many: {
    title: "Quién falta por entrar",
    lead_one: "De {{count}} persona de la escuela no consta ninguna entrada. Quizá entró antes de que lo anotáramos.",
    lead_many:
      "De {{count}} de personas de la escuela no consta ninguna entrada. Quizá algunas entraron antes de que lo anotáramos.",
    lead_other:
      "De {{count}} personas de la escuela no consta ninguna entrada. Quizá algunas entraron antes de que lo anotáramos.",
    back: "Personas",
    who: "A quién invitar",
    whoHint:
      "Están marcados los estudiantes y las familias que nadie ha invitado. Una invitación nueva termina la anterior.",
    as: { student: "Estudiante", guardian: "Familia", staff: "Personal" },
    noMail: "no entra con ningún correo",
    byMail: "Invitar por correo",
    byLetter: "Hacer cartas",
    letters_one: "{{count}} carta",
    letters_many: "{{count}} de cartas",
    letters_other: "{{count}} cartas",
    shownOnce:
      "Imprímalas ahora, una por hoja. No guardamos copia y los códigos no se muestran otra vez. No recargue esta página: las cartas nuevas terminan estas.",
    noLetter_one: "{{count}} persona no recibe carta. Ya entra con un correo, es del personal o no tiene hoy un lugar.",
    noLetter_many:
      "{{count}} de personas no reciben carta. Ya entran con un correo, son del personal o no tienen hoy un lugar.",
    noLetter_other:
      "{{count}} personas no reciben carta. Ya entran con un correo, son del personal o no tienen hoy un lugar.",
    none: "Todas las personas han entrado",
    noneText: "Aquí aparece quien se agregue después y no haya entrado.",
  },
  history: {
    title: "Entrada",
    never: "Todavía no consta ninguna entrada.",
    cameIn: "Primera entrada que consta: {{day}}.",
    invite: "Invitar",
    list: "Invitaciones",
    way: { mail: "Por correo electrónico", letter: "Por carta", hand: "En persona" },
    on: "el {{day}}",
    by: "por {{name}}",
    reminded: "recordada el {{day}}",
    until: "sirve hasta el {{day}}",
    takeBack: "Retirar",
    standing: { open: "Espera", used: "Entró", withdrawn: "Retirada", ran_out: "Se acabó el tiempo" },
  },
  fault: {
    shape: "Un código tiene diez letras y números.",
    unknown: "No conocemos este código. Compárelo con su carta.",
    too_often: "Desde aquí llegaron muchos códigos equivocados. Espere unos minutos y pruebe otra vez.",
    mail: "Revise el correo. Ahí no llegaría nada.",
    address_of_others:
      "Con este correo el código no le deja entrar. Use uno que solo usted lea, o llame a {{name}}: {{phone}}.",
    has_no_place: "Esta persona no tiene hoy un lugar en la escuela.",
    no_address: "No entra con ningún correo. Anote uno primero o use un código.",
    unwritten:
      "Nuestros correos no están escritos en su idioma. Llame con un intérprete y dígale que puede entrar con su correo.",
    invited_already: "Ya va un correo en camino a esta dirección. Sirve 30 días.",
    has_address: "Esta persona ya entra con un correo. Invítela por correo o quite primero la dirección.",
    staff_by_mail: "El personal entra por correo electrónico. Una persona administradora anota la dirección.",
    nobody_chosen: "Marque a quién quiere invitar.",
    note_missing: "Diga cómo sabe que es esa persona.",
  },
  toast: {
    mailed: "La invitación va en camino.",
    takenBack: "La invitación está retirada. Su enlace o código ya no deja entrar a nadie.",
    invited_one: "{{count}} invitación va en camino.",
    invited_many: "{{count}} de invitaciones van en camino.",
    invited_other: "{{count}} invitaciones van en camino.",
    passed_one: "{{count}} persona sigue igual: no entra con ningún correo, o ya la espera uno.",
    passed_many: "{{count}} de personas siguen igual: no entran con ningún correo, o ya las espera uno.",
    passed_other: "{{count}} personas siguen igual: no entran con ningún correo, o ya las espera uno.",
  },
} satisfies Shape<typeof en>;
