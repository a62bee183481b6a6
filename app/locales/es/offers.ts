import type en from "../en/offers";
import type { Shape } from "../shape";

export default {
  choose: {
    title: "Ofrecer un puesto",
    lead: "¿Qué escuela está cerca de usted? No necesita una cuenta.",
    none: "Ahora ninguna escuela recibe ofertas aquí.",
  },
  start: {
    title: "Ofrecer un puesto",
    lead: "¿Podría alguien de {{school}} aprender con usted? Empiece con tres preguntas. No necesita una cuenta.",
    promise:
      "Escribimos una vez a este correo, con un enlace para seguir. Si no lo abre, borramos lo que escribió a los 3 días.",
    send: "Envíenme el enlace",
    sending: "Enviando…",
  },
  field: {
    what: "¿Qué haría una persona estudiante con usted?",
    whatHint: "Una o dos frases. Puede cambiarlas después.",
    name: "Su nombre",
    organisation: "Su organización o negocio",
    organisationHint: "Si trabaja por su cuenta, escriba su propio nombre.",
    mail: "Su correo electrónico",
    mailHint: "Aquí llega el enlace para seguir.",
  },
  fault: {
    what_missing: "Por favor, escriba qué haría una persona estudiante. Basta una frase.",
    name_missing: "Por favor, escriba su nombre.",
    organisation_missing: "Por favor, escriba dónde trabaja.",
    mail_missing: "Por favor, escriba un correo, como nombre@trabajo.org.",
    too_often: "Fueron muchas de una vez. Inténtelo mañana o llame a la escuela.",
    not_permitted: "No podemos seguir aquí. Por favor, llame a la escuela.",
    wrong_state: "Esto ya se hizo. Cargue la página otra vez para ver dónde está su oferta.",
  },
  door: {
    title: "Ofertas de fuera",
    lead: "Organizaciones sin cuenta pueden ofrecer un puesto a {{school}}. Cada oferta espera su revisión.",
    back: "Ofertas",
    isOpen: "Su escuela recibe ofertas",
    isClosed: "Su escuela no recibe ofertas por ahora",
    address: "Cualquiera puede ofrecer aquí:",
    closedText: "Su escuela no está en la página de ofertas, y su dirección responde que no hay tal página.",
    closeText: "Si la cierra, las ofertas que ya empezaron siguen su camino.",
    openText: "Si la abre, su escuela vuelve a estar en la página de ofertas.",
    close: "No recibir más ofertas",
    open: "Recibir ofertas",
    saving: "Guardando …",
    notPermitted: "Solo coordinadores y administradores deciden esto.",
  },
  asked: {
    title: "Mire su correo",
    lead: "Le enviamos un enlace. Ábralo para seguir con su oferta.",
    next: "Puede tardar unos minutos. Mire también en la carpeta de correo no deseado.",
    nothing: "¿No llegó nada?",
    again: "Revise su correo y envíelo otra vez.",
  },
  proof: {
    title: "¿Fue usted?",
    lead: "Alguien dio este correo para ofrecerle un puesto a {{school}}.",
    yes: "Sí, seguir",
    no: "No, no fui yo",
    noHint: "Si no fue usted, lo borramos y no le escribimos más.",
    pending: "Un momento…",
  },
  form: {
    title: "Su puesto",
    lead: "Cuéntele a {{school}} lo demás sobre {{organisation}}. Puede parar cuando quiera: abra otra vez el enlace de su correo para seguir.",
    kept: "Sigue donde lo dejó.",
  },
  known: {
    title: "Ya le conocemos",
    lead: "Usted ya es mentor aquí. Entre con este correo: su formulario le espera con lo que escribió.",
    signIn: "Entrar",
  },
  sent: {
    title: "¡Gracias! Su oferta está con la escuela",
    lead: "Alguien de la coordinación de {{school}} la lee antes de que la vean los estudiantes.",
    confirmLead:
      "{{school}} ya conoce {{organisation}}. Por eso la coordinación pregunta primero si usted trabaja allí, y después lee su oferta.",
    next: "Ahora no tiene que hacer nada. Le escribimos cuando {{school}} muestre su puesto a sus estudiantes.",
    signIn: "Entrar para cambiarla",
  },
  gone: {
    title: "Este enlace ya no sirve",
    lead: "Aquí no hay ninguna oferta. Se envió hace mucho, o se borró.",
    again: "Ofrecer un puesto",
  },
  toast: {
    open: "Su escuela recibe ofertas.",
    closed: "Su escuela ya no recibe ofertas.",
    asked: "Por favor, mire su correo.",
    proved: "Gracias. Su correo funciona.",
    known: "Ya le conocemos. Por favor, entre.",
    sent: "Gracias. La escuela tiene su oferta.",
    deleted: "Borrado. No le escribimos más.",
  },
} satisfies Shape<typeof en>;
