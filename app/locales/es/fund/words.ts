import type en from "../../en/fund/words";
import type { Shape } from "../../shape";

export default {
  purpose: {
    transit: "Pases de autobús y tren",
    tools: "Herramientas y equipo de protección",
    clearance: "Costos de verificación de antecedentes",
    stipend: "Estipendios para estudiantes",
  },
  standing: {
    open: "Sin pagar todavía",
    pledged: "Prometida",
    invoiced: "Factura hecha",
    processing: "En camino",
    paid: "Recibida",
    part_refunded: "Devuelta en parte",
    refunded: "Devuelta",
    disputed: "En disputa",
    lost: "Perdida en una disputa",
    failed: "El pago falló",
    void: "Factura anulada",
    uncollectible: "Sin esperanza de cobro",
    outside: "Pagada fuera de Stripe",
  },
  account: {
    owed: "Nos prometieron",
    processing: "En camino",
    stripe: "En Stripe",
    transfer: "En camino al banco",
    bank: "En el banco",
    others: "Lo que otros deben, o se les debe",
    pledged: "Prometido",
    pending: "En camino",
    available: "Libre para usar",
    allocated: "Apartado",
    released: "Liberado",
    disbursed: "Pagado",
    fees: "Comisiones",
    shortfall: "Faltante",
  },
  state: {
    proposed: "Espera a una segunda persona",
    approved: "Apartado",
    disbursed: "Pagado",
    declined: "Rechazado",
    withdrawn: "Retirado",
  },
} satisfies Shape<typeof en>;
