import type en from "../../en/fund/desk";
import type { Shape } from "../../shape";

export default {
  practice: {
    label: "Práctica – no se mueve dinero",
    donors:
      "La escuela está probando esta página. Nada de aquí es una donación real. Por favor no use una tarjeta real.",
    staff: "Este libro es para probar. Nada de lo que hay en él es dinero real.",
    fileName: "practica-{{name}}",
  },
  fund: {
    title: "Fondo de acceso",
    lead: "Dinero que dan las organizaciones para pases, herramientas, cuotas y estipendios. Cada cifra lleva a sus asientos.",
    offTitle: "El fondo no está activado",
    offServer:
      "Quien administra el servidor define FUND_SECRET. Después un administrador puede guardar la clave de Stripe de la escuela.",
    offAdmin: "Guarde la clave de Stripe de la escuela en los ajustes y después abra el fondo.",
    offCoordinator: "Pida a un administrador de la escuela que conecte su cuenta de Stripe.",
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
