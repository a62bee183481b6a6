import type en from "../en/errors";
import type { Shape } from "../shape";

export default {
  notFound: {
    title: "No encontramos esta página",
    lead: "Quizás cambió de lugar o no es una página que puedas ver.",
    try: "Revisa la dirección. Si vienes de un correo, abre otra vez el enlace del correo.",
  },
  notYours: {
    title: "Esta página no está abierta para ti",
    lead: "Tu cuenta está bien. Esta página es de otra persona.",
    try: "Si tienes más de un papel, entra con el otro.",
  },
  gone: {
    title: "Este enlace ya no sirve",
    lead: "Los enlaces de nuestros correos sirven por un tiempo.",
    try: "Abre nuestro correo más nuevo o pide otro enlace.",
  },
  tooMany: {
    title: "Fue mucho de una vez",
    lead: "Vamos más despacio para cuidar a todos.",
    try: "Espera unos minutos. Después prueba otra vez.",
  },
  refused: {
    title: "No pudimos hacer eso",
    lead: "Algo no llegó como lo esperábamos. Nada cambió.",
    try: "Vuelve a la página anterior y prueba otra vez.",
  },
  broken: {
    title: "Algo falló de nuestro lado",
    lead: "No hiciste nada mal. Lo que guardaste antes está a salvo.",
    try: "Espera un minuto. Después carga la página otra vez.",
  },
  help: "Si no funciona, pregunta a tu asesor o a la coordinación de la escuela.",
  toHome: "Ir a mi página",
  toStart: "Ir al inicio",
  reference: "Cuando pidas ayuda, da este número: {{id}}",
} satisfies Shape<typeof en>;
