import type en from "../../en/fund/gifts";
import type { Shape } from "../../shape";

export default {
  gifts: {
    title: "Donaciones",
    lead: "Quién dio qué y cómo está. Abra una donación para ver qué se puede hacer con ella.",
    newest: "Todas las donaciones, la más nueva primero",
    none: "Todavía no hay donaciones.",
    cameOf: "{{came}} de {{meant}}",
    ask: "Pedir a alguien que dé",
    linkLead: "Cree un enlace y déselo a quien quiera. Sirve un año. Se muestra una sola vez.",
    makeLink: "Crear un enlace",
    newLink: "El enlace",
    inviteWhom: "Enviarlo a una organización",
    inviteHint: "Cada persona conocida allí recibe un correo con su propio enlace.",
    chooseOrganisation: "Elija una organización",
    invite: "Enviar el correo",
    enterCheque: "Anotar un cheque que nadie prometió",
    chequeLead:
      "Para dinero que llegó por cheque y está en el banco. Un cheque para una promesa o una factura se anota en su donación.",
    chequeDonor: "¿De quién?",
    due: "vence el {{day}}",
    asksForThanks: "desea un agradecimiento público",
    forgotten: "Un donante olvidado",
    madeOn: "Anotada el",
    owed: "Falta por pagar",
    mail: "Dirección de correo",
    name: "Nombre",
    anonymous: "Se queda en la oficina de la escuela",
    endPromise: "No se va a pagar",
    voidInvoice: "Anular la factura",
    tooLittle:
      "Lo que falta por pagar es menos de lo que puede ser un pago en Stripe. Anote un cheque para eso, o déjelo así con el botón de abajo.",
    accountEnded: "Su cuenta de Stripe se terminó",
    leftThere:
      "La factura todavía se puede pagar ahí, y no nos enteramos. Anúlela también en Stripe. Aquí puede anotar un cheque por ella, o anularla.",
    forget: "Olvidar quién dio",
    forgetLead:
      "Aquí se borran para siempre su nombre, su dirección y sus correos. El dinero queda en los libros. Por lo que sabe Stripe, tiene que preguntar a Stripe.",
    forgetNow: "Borrar quién dio",
  },
  cheque: {
    all: "Cheques",
    came: "Llegó un cheque para esto",
    number: "Número del cheque",
    numbered: "Número {{number}}",
    on: "Llegó el",
    whyMore: "¿Por qué es tanto?",
    whyMoreHint: "Solo para un cheque de más de lo que su fondo recibe a la vez.",
    save: "Guardar el cheque",
    bounce: "El cheque fue devuelto",
    hasBounced: "Devuelto",
  },
  origin: {
    title: "¿Qué organización la dio?",
    lead: "Un nombre escrito no prueba nada. Mire la donación y diga de quién es. Las personas de esa organización verán la donación.",
    leadStipend:
      "Ningún estipendio viene del propio anfitrión del estudiante. Por eso esta donación paga estipendios cuando usted dice de qué organización es. Las personas de esa organización verán la donación.",
    known: "Lo dijo alguien de la escuela, o llegó por un enlace hecho para la organización. Puede corregirlo.",
    alike: "El nombre escrito se parece a {{name}}.",
    signedIn: "La dio un mentor de {{name}} con su cuenta abierta.",
    which: "Es de",
    choose: "Elija",
    none: "Ninguna de nuestras organizaciones",
    save: "Guardar quién la dio",
    waits: "diga qué organización la dio",
  },
} satisfies Shape<typeof en>;
