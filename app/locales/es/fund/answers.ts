import type en from "../../en/fund/answers";
import type { Shape } from "../../shape";

export default {
  toast: {
    agrees: "Stripe y el fondo coinciden.",
    agrees_partly:
      "Ninguna diferencia nueva donde se pudo comparar. A alguna cuenta no se le pudo preguntar: la lista dice a cuál.",
    still_differs: "Ninguna diferencia nueva. Lo que se encontró antes aún espera a un administrador.",
    differs: "Algo no coincidía. Está en la lista.",
    settled: "Anotado.",
    saved: "Guardado.",
    proposed: "Propuesto. Ahora lo aprueba otra persona.",
    decided: "Guardado.",
    paid: "El pago está en los libros.",
    receipt: "La foto está guardada.",
    receiptRemoved: "La imagen se quitó.",
    cheque: "El cheque está en los libros.",
    covered: "El faltante es menor ahora.",
    invited: "El correo va en camino.",
    forgotten: "El donante quedó olvidado.",
    connected: "La cuenta está conectada.",
  },
  fault: {
    not_permitted: "Usted no puede hacer esto.",
    fund_closed: "Este fondo no recibe donaciones por ahora.",
    form_changed:
      "Este formulario ya se envió, con otras palabras. Lo primero que envió está guardado. Para enviar también esto, pulse el botón otra vez.",
    through_link: "Por este enlace se anotaron muchas donaciones. Vuelva a intentarlo en {{minutes}} minutos.",
    mails_of_gifts_one:
      "Hoy salieron muchos correos a esta dirección o por este enlace. Deje este campo vacío para seguir ahora: su donación tendrá una página donde puede pagarla. O intente de nuevo en {{count}} hora.",
    mails_of_gifts_many:
      "Hoy salieron muchos correos a esta dirección o por este enlace. Deje este campo vacío para seguir ahora: su donación tendrá una página donde puede pagarla. O intente de nuevo en {{count}} horas.",
    mails_of_gifts_other:
      "Hoy salieron muchos correos a esta dirección o por este enlace. Deje este campo vacío para seguir ahora: su donación tendrá una página donde puede pagarla. O intente de nuevo en {{count}} horas.",
    mails_of_invoices_one:
      "Hoy salieron muchos correos a esta dirección o por este enlace. Puede pagar aquí ahora, o pedir la factura de nuevo en {{count}} hora.",
    mails_of_invoices_many:
      "Hoy salieron muchos correos a esta dirección o por este enlace. Puede pagar aquí ahora, o pedir la factura de nuevo en {{count}} horas.",
    mails_of_invoices_other:
      "Hoy salieron muchos correos a esta dirección o por este enlace. Puede pagar aquí ahora, o pedir la factura de nuevo en {{count}} horas.",
    under_way: "Todavía hay algo en curso para esta donación. Resuélvalo primero.",
    name_missing: "Escriba quién da.",
    two_amounts: "Usted eligió una cantidad y escribió otra. Vacíe este campo o elija «Otra cantidad».",
    amount_missing: "Elija una cantidad arriba o escriba una aquí.",
    not_money: "Escriba una cantidad, por ejemplo 25 o 25.50.",
    ambiguous: "¿Son miles o centavos? Escríbalo sin signos, por ejemplo 1000, o con centavos, 1000.00.",
    too_many_decimals: "Esta moneda tiene menos cifras después del punto.",
    too_large: "Es más de lo que puede ser un solo pago.",
    purpose_closed: "La escuela no recibe donaciones para este propósito.",
    too_little: "Es menos que la donación más pequeña.",
    too_long_ago: "Eso fue hace más de dos años. Revise el año.",
    unusual: "Es más de lo que su fondo recibe a la vez. Revise la cantidad. Si es correcta, escriba aquí por qué.",
    need_missing: "Escriba para qué es.",
    evidence_missing: "Escriba dónde está el recibo.",
    too_much: "Por favor llame antes a la escuela para una donación tan grande.",
    not_anonymous: "Esta escuela necesita nombrar a sus donantes.",
    nothing_to_pay: "Aquí ya no hay nada que pagar.",
    mail_missing: "Escriba la dirección a la que debe ir la factura.",
    invoice_open: "Ya hay una factura en camino.",
    no_invoice: "No hay ninguna factura abierta que anular.",
    nothing_to_check: "No hay ninguna cuenta de Stripe conectada, así que no hay nada que comparar.",
    note_missing: "Escriba qué es.",
    reason_missing: "Escriba con qué dinero.",
    more_than_shortfall: "Es más que el faltante.",
    practice_no_mail:
      "Este fondo es solo de práctica, así que no sale ningún correo a otras personas. Haga un enlace y déselo a quien lo pruebe con usted.",
    nobody_there: "Nadie allí tiene dirección de correo.",
    payments_away: "Stripe no responde ahora. Por favor pruebe otra vez en un minuto.",
    stripe_refused:
      "Stripe no aceptó esto. Cargue la página otra vez para ver cómo está su donación. Si vuelve a pasar, por favor llame a la escuela.",
    stripe_refused_staff:
      "Stripe no aceptó esto. Cargue la página otra vez para ver cómo está la donación. Si vuelve a pasar, el registro de su cuenta en Stripe dice por qué.",
    too_little_to_pay:
      "Es menos de lo que puede ser un pago en Stripe. Se puede pagar con un cheque, o la escuela puede dejarlo así.",
    key_unfit: "La cuenta de la escuela en Stripe no puede hacer esto ahora. Por favor llame a la escuela.",
    key_unfit_staff:
      "La clave de su cuenta en Stripe ya no funciona, o le falta un permiso. Un administrador pone una nueva en Fondo, Ajustes.",
    paid_there_before:
      "Una parte de esta donación llegó por una cuenta de la escuela que se había cerrado y se usa otra vez. En línea no se puede añadir nada a esta donación. Por favor dé el resto como una donación nueva, o con un cheque.",
    mail_refused: "Stripe no acepta esta dirección de correo. Usted puede pagar sin factura, o llamar a la escuela.",
    account_away:
      "No podemos consultar la cuenta de Stripe de esta donación, porque se quitó su clave. Un administrador escribe una clave nueva en Ajustes, o cierra ahí la cuenta. Después pruebe otra vez.",
    school_away:
      "La escuela no puede consultar su cuenta de Stripe, y probar otra vez no ayuda. Por favor avise a la escuela.",
    not_enough: "No hay tanto libre para este propósito.",
    own_host: "Un estipendio no puede venir del propio anfitrión del estudiante. Demasiado de este fondo viene de ahí.",
    origin_unasked:
      "Algunas donaciones para estipendios esperan una respuesta. Abra cada una en Donaciones y diga qué organización la dio. Después se puede usar el dinero.",
    origin_first: "Primero diga qué organización dio esto. Después nadie lo podrá saber.",
    given_signed_in: "Un mentor la dio con su cuenta abierta. Eso se queda así.",
    no_host: "Un estipendio necesita un puesto: este estudiante no tiene ninguno.",
    decision_came:
      "Ahora el trabajo no es pagado. Retire esto y propóngalo otra vez con la decisión de la oficina administrativa.",
    decision_missing: "Escriba dónde está la decisión de la oficina administrativa.",
    same_person: "Tiene que aprobarlo una segunda persona.",
    wrong_state: "Ya se decidió antes. Cargue la página otra vez.",
    still_needed: "Todavía falta algo.",
    more_than_allocated: "Es más de lo que se apartó.",
    not_yet: "Ese día todavía no ha llegado.",
    missing_placement_accepted: "Un estipendio se paga cuando el puesto del estudiante está aceptado.",
    missing_coordinator_confirmed: "Confirme que la necesidad se cubrió. Entonces cuenta como pagado.",
    no_picture: "Elija una foto.",
    not_a_picture: "No es una imagen JPEG o PNG. Haga una foto o una captura de pantalla del recibo.",
    picture_too_big: "Esta foto tiene más de 5 MB. Hágala de nuevo con menos detalle.",
    too_many_receipts: "Ya hay cinco fotos.",
    not_a_promise: "No es una promesa abierta.",
    already: "Eso ya se sabe.",
    changed_before: "Alguien cambió los ajustes mientras tanto. Cargue la página otra vez.",
    difference_changed: "Las cifras cambiaron, o alguien ya dijo qué es. Cargue la página de nuevo.",
    not_connected: "Guarde primero la clave de Stripe.",
    no_purpose: "Elija al menos un propósito.",
    maximum_below_minimum: "La donación más grande es menor que la más pequeña.",
    minimum_too_small: "Stripe no recibe un pago tan pequeño. La donación más pequeña puede ser de {{smallest}}.",
    currency_in_use: "La moneda no puede cambiar: hay asientos en ella.",
    no_seal: "El servidor no puede guardar claves. Quien lo administra define FUND_SECRET.",
    other_book: "No es una clave de este libro. Empieza con sk_ o rk_ y el nombre del libro.",
    account_taken: "Esta cuenta no se puede usar aquí. Escriba una clave de la cuenta propia de su escuela.",
    account_unread:
      "Esta clave no puede leer de qué cuenta es. En Stripe, permítale leer Accounts (rak_accounts_kyc_basic_read).",
    key_refused: "Stripe no conoce esta clave.",
    rights_missing:
      "A esta clave le faltan permisos. En Stripe, permítale usar: {{rights}}. Después guárdela aquí otra vez.",
    descriptor:
      "Es demasiado largo o tiene un signo que los bancos no aceptan. Escriba de 1 a 10 letras, cifras, espacios, puntos o guiones, con al menos una letra.",
    month: "Un mes de 1 a 12.",
  },
} satisfies Shape<typeof en>;
