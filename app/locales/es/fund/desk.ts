import type en from "../../en/fund/desk";
import type { Shape } from "../../shape";

export default {
  practice: {
    label: "Práctica – no se mueve dinero",
    donors:
      "La escuela está probando esta página. Nada de aquí es una donación real. Por favor no use una tarjeta real.",
    staff: "Este libro es para probar. Nada de lo que hay en él es dinero real.",
    everybody: "La escuela está probando esta página. Nadie dio dinero real.",
    fileName: "practica-{{name}}",
  },
  on: {
    title: "El fondo no está activado",
    nextServer: "Sigue el paso 1. Muestre esta lista a quien administra el servidor.",
    nextKey: "El paso 1 está hecho. Sigue el paso 2.",
    nextAdmin: "El paso 1 está hecho. Sigue el paso 2: pida ayuda a un administrador de la escuela.",
    nextLive: "El libro es Real y todavía no tiene clave. Sigue el paso 6.",
    nextLiveAdmin:
      "El libro es Real y todavía no tiene clave. Sigue el paso 6: pida ayuda a un administrador de la escuela.",
    toSettings: "Abrir los ajustes",
    step: {
      server: "Quien administra el servidor pone en FUND_SECRET al menos 32 caracteres al azar y reinicia el servidor.",
      key: "Un administrador abre los ajustes aquí y guarda la clave de prueba de Stripe de la escuela. Empieza con sk_test_ o rk_test_.",
      webhook:
        "En Stripe, el administrador crea un webhook con la dirección que está en los ajustes. Después guarda aquí su secreto de firma.",
      open: "El administrador marca «El fondo está abierto para donaciones» y guarda.",
      try: "Haga un enlace en Donaciones. Done una vez con la tarjeta de prueba de Stripe 4242 4242 4242 4242. No se mueve dinero.",
      live: "Para recibir donaciones reales, el administrador guarda la clave real y el secreto real, y cambia el libro a Real.",
    },
  },
  fund: {
    title: "Fondo de acceso",
    lead: "Dinero que dan las organizaciones para pases, herramientas, cuotas y estipendios. Cada cifra lleva a sus asientos.",
    closed: "El fondo no está abierto para donaciones. Un administrador lo abre en los ajustes.",
    settings: "Ajustes",
    byPurpose: "Lo que hay, por propósito",
    assets: "Dónde está el dinero",
    purpose: "Propósito",
    amount: "Cantidad",
    saving: "Guardando …",
    seeEntries: "Ver los asientos",
    shortfall: "Hubo una pérdida después de apartar o gastar dinero. La escuela tiene que reponer {{amount}}.",
    cover: "La escuela lo ha compensado",
    coverWhy: "¿Con qué dinero?",
    coverHint: "Por ejemplo: fondo general, memorando 12",
    saveCover: "Guardar",
  },
  tab: {
    overview: "Resumen",
    needs: "Necesidades",
    gifts: "Donaciones",
    entries: "Asientos",
    month: "Mes",
    checks: "Comparar",
  },
  waiting: {
    title: "Espera a alguien",
    proposed_one: "{{count}} necesidad espera a una segunda persona",
    proposed_many: "{{count}} necesidades esperan a una segunda persona",
    proposed_other: "{{count}} necesidades esperan a una segunda persona",
    approved_one: "{{count}} necesidad está apartada y aún no pagada",
    approved_many: "{{count}} necesidades están apartadas y aún no pagadas",
    approved_other: "{{count}} necesidades están apartadas y aún no pagadas",
    gifts_one: "{{count}} donación está por llegar o en disputa",
    gifts_many: "{{count}} donaciones están por llegar o en disputa",
    gifts_other: "{{count}} donaciones están por llegar o en disputa",
    differences_one: "{{count}} línea de Stripe espera a un administrador",
    differences_many: "{{count}} líneas de Stripe esperan a un administrador",
    differences_other: "{{count}} líneas de Stripe esperan a un administrador",
  },
} satisfies Shape<typeof en>;
