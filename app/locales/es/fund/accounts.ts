import type en from "../../en/fund/accounts";
import type { Shape } from "../../shape";

export default {
  accounts: {
    takeUp: "La clave de {{account}} se quitó. Escriba una clave nueva de esa cuenta y todo sigue donde estaba.",
    newest: "El secreto más nuevo termina en {{hint}}.",
    endSecret: "Desactivar el secreto anterior del webhook",
    endSecretLead:
      "El secreto que termina en {{old}} deja de valer ahora. Para entonces Stripe tiene que firmar con el que termina en {{newest}}. Hágalo si otra persona puede conocer el anterior.",
    endSecretNow: "Desactivar ahora el secreto anterior",
    disconnect: "Desconectar esta cuenta",
    disconnectLead:
      "La clave se borra aquí y el fondo se cierra. Hágalo si otra persona puede conocer la clave, y bórrela también en Stripe. Lo que Stripe avise en los próximos tres días no se pierde si para entonces escribe una clave nueva.",
    disconnectNow: "Desconectar ahora",
    nothingUnderWay: "Allí no hay nada en curso.",
    underWay_one: "Allí hay {{count}} donación en curso:",
    underWay_many: "Allí hay {{count}} donaciones en curso:",
    underWay_other: "Allí hay {{count}} donaciones en curso:",
    leftInvoices_one: "{{count}} factura de ahí todavía se puede pagar, y no nos enteramos. Anúlela en Stripe:",
    leftInvoices_many: "{{count}} facturas de ahí todavía se pueden pagar, y no nos enteramos. Anúlelas en Stripe:",
    leftInvoices_other: "{{count}} facturas de ahí todavía se pueden pagar, y no nos enteramos. Anúlelas en Stripe:",
    earlier: "Cuenta anterior {{account}}",
    stillRead:
      "No recibe donaciones nuevas. Los reembolsos y disputas de sus donaciones todavía llegan a los libros, y cada noche la comparamos.",
    notRead: "No tiene clave. Nada de ella llega a los libros hasta que escriba arriba una clave nueva de esa cuenta.",
    endLead:
      "Cuando cierre aquí esta cuenta, también se cierran sus páginas de pago abiertas y se borra su clave. Los reembolsos y disputas de sus donaciones ya no llegan a los libros. Una donación que nadie pagó pasa a la cuenta nueva. Una factura todavía se puede pagar ahí, y no nos enteramos: anúlela antes.",
    endNow: "Cerrar esta cuenta",
    ended: "La cuenta {{account}} se cerró el {{day}}.",
  },
} satisfies Shape<typeof en>;
