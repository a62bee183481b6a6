import type en from "../en/errors";
import type { Shape } from "../shape";

export default {
  notFound: {
    title: "No encontramos esta página",
    lead: "Quizás cambió de lugar o no es una página que usted pueda ver.",
    try: "Revise la dirección. Si viene de un correo, abra otra vez el enlace del correo.",
  },
  notYours: {
    title: "Esta página no está abierta para usted",
    lead: "Su cuenta está bien. Esta página es de otra persona.",
    try: "Si tiene más de un papel, entre con el otro.",
  },
  gone: {
    title: "Este enlace ya no sirve",
    lead: "Los enlaces de nuestros correos sirven por un tiempo.",
    try: "Abra nuestro correo más nuevo o pida otro enlace.",
  },
  tooMany: {
    title: "Fue mucho de una vez",
    lead: "Vamos más despacio para cuidar a todos.",
    try: "Espere unos minutos. Después pruebe otra vez.",
  },
  refused: {
    title: "No pudimos hacer eso",
    lead: "Algo no llegó como lo esperábamos. Nada cambió.",
    try: "Vuelva a la página anterior y pruebe otra vez.",
  },
  broken: {
    title: "Algo falló de nuestro lado",
    lead: "Usted no hizo nada mal. Lo que guardó antes está a salvo.",
    try: "Espere un minuto. Después cargue la página otra vez.",
  },
  help: "Si no funciona, pregunte en la escuela, a la coordinación o al asesor.",
  toHome: "Ir a mi página",
  toStart: "Ir al inicio",
  reference: "Cuando pida ayuda, dé este número: {{id}}",
  tooBig: {
    title: "Es demasiado grande para nosotros",
    lead: "El texto o el archivo que envió es más grande de lo que podemos recibir.",
    try: "Vuelva atrás, envíe un archivo más pequeño o un texto más corto e inténtelo otra vez.",
  },
  toForm: "Volver a la página del formulario",
  tooBigPictures: {
    title: "Esas fotos son demasiado grandes",
    lead: "No llegaron, y no se guardó nada. Cada foto puede tener hasta 5 MB.",
    try: "Vuelva atrás en su navegador: lo que escribió sigue ahí. Envíe menos fotos, o más pequeñas: una captura de pantalla de la foto es lo bastante pequeña. También puede enviar ahora solo las palabras y después las fotos.",
  },
  tooBigList: {
    title: "Ese archivo es demasiado grande",
    lead: "No llegó, y no se guardó nada. Un archivo puede tener hasta 12 MB.",
    try: "Divídalo en partes, o guarde la hoja como CSV. Después envíe las partes una por una.",
  },
  wrongAddress: {
    title: "Use la dirección de siempre",
    lead: "Esta copia de Throughline responde en una sola dirección.",
    try: "Abra {{origin}}",
  },
  field: {
    missing: "Falta completar este campo.",
    wrong: "Esto no parece correcto. Hay que revisarlo.",
    twice: "Esto llegó más de una vez. Hay que completarlo de nuevo.",
    characters: "Hay un signo que no podemos guardar. Hay que escribirlo de nuevo.",
    tooLong: "Es demasiado largo: {{maximum}} caracteres como máximo.",
    tooShort: "Es demasiado corto: {{minimum}} caracteres como mínimo.",
    tooSmall: "Tiene que ser {{minimum}} o más.",
    tooBig: "Tiene que ser {{maximum}} o menos.",
    number: "Tiene que ser un número, por ejemplo 12.",
    whole: "Tiene que ser un número entero, por ejemplo 12.",
    choice: "Falta elegir una opción de la lista.",
    chooseMore_one: "Falta elegir al menos una opción.",
    chooseMore_many: "Falta elegir al menos {{count}} opciones.",
    chooseMore_other: "Falta elegir al menos {{count}} opciones.",
    chooseFewer_one: "Se puede elegir solo una opción.",
    chooseFewer_many: "Se pueden elegir {{count}} opciones como máximo.",
    chooseFewer_other: "Se pueden elegir {{count}} opciones como máximo.",
    mail: "Un correo se escribe como nombre@example.org.",
    url: "Una dirección web empieza con https://.",
    date: "Tiene que ser un día, por ejemplo 2027-03-09.",
    time: "Tiene que ser una hora, por ejemplo 14:30.",
  },
} satisfies Shape<typeof en>;
