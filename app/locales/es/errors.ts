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
  tooBig: {
    title: "Es demasiado grande para nosotros",
    lead: "El texto o el archivo que enviaste es más grande de lo que podemos recibir.",
    try: "Vuelve atrás, envía un archivo más pequeño o un texto más corto e inténtalo otra vez.",
  },
  wrongAddress: {
    title: "Usa la dirección de siempre",
    lead: "Esta copia de Throughline responde en una sola dirección.",
    try: "Abre {{origin}}",
  },
  field: {
    missing: "Completa este campo.",
    wrong: "Esto no parece correcto. Revísalo.",
    twice: "Esto llegó más de una vez. Complétalo de nuevo.",
    characters: "Hay un signo que no podemos guardar. Escríbelo de nuevo.",
    tooLong: "Es demasiado largo. Usa {{maximum}} caracteres o menos.",
    tooShort: "Es demasiado corto. Usa {{minimum}} caracteres o más.",
    tooSmall: "Usa {{minimum}} o más.",
    tooBig: "Usa {{maximum}} o menos.",
    number: "Escribe un número, por ejemplo 12.",
    whole: "Escribe un número entero, por ejemplo 12.",
    choice: "Elige una opción de la lista.",
    chooseMore_one: "Elige al menos una opción.",
    chooseMore_many: "Elige al menos {{count}} opciones.",
    chooseMore_other: "Elige al menos {{count}} opciones.",
    chooseFewer_one: "Elige solo una opción.",
    chooseFewer_many: "Elige {{count}} opciones como máximo.",
    chooseFewer_other: "Elige {{count}} opciones como máximo.",
    mail: "Un correo se escribe como nombre@example.org. Revísalo.",
    url: "Una dirección web empieza con https://. Revísala.",
    date: "Escribe un día, por ejemplo 2027-03-09.",
    time: "Escribe una hora, por ejemplo 14:30.",
  },
} satisfies Shape<typeof en>;
