import type en from "../../en/imports/contacts";
import type { Shape } from "../../shape";

export default {
  target: {
    jobTitle: "Qué hace allí",
    workMail: "Correo",
    workPhone: "Teléfono",
    workClock: "Zona horaria, o el estado donde trabaja",
    tags: "Etiquetas",
    foundAt: "De dónde viene la dirección",
    contactNote: "Nota",
  },
  hint: {
    jobTitle: "Por ejemplo dueña, gerente o jefe de enfermería.",
    workMail: "Una dirección en cada celda. Por ella reconocemos a un contacto.",
    tags: "Si una celda tiene más de una, use comas.",
    workClock: "Una serie de correos le llega mientras trabaja.",
    foundAt: "Quien recibe un correo nuestro lee esto.",
    contactNote: "Se vuelve una nota que solo leen los coordinadores de su escuela.",
  },
  group: {
    who: "Quién es",
    reach: "Cómo comunicarse",
    more: "Qué más sabe",
  },
  check: {
    title: "Revise antes de que algo se anote",
    added_one: "{{count}} contacto nuevo",
    added_many: "{{count}} de contactos nuevos",
    added_other: "{{count}} contactos nuevos",
    changed_one: "Se completa {{count}} contacto que ya tiene",
    changed_many: "Se completan {{count}} de contactos que ya tiene",
    changed_other: "Se completan {{count}} contactos que ya tiene",
    unchanged_one: "{{count}} fila no dice nada nuevo.",
    unchanged_many: "{{count}} de filas no dicen nada nuevo.",
    unchanged_other: "{{count}} filas no dicen nada nuevo.",
    nothing: "Ninguna fila puede entrar. Una las columnas otra vez, o envíe otro archivo.",
    same: "Todo lo de este archivo ya está aquí.",
    confirm_one: "Traer {{count}} fila",
    confirm_many: "Traer {{count}} de filas",
    confirm_other: "Traer {{count}} filas",
    after:
      "Todavía no se anotó nada, y nadie recibe un correo. Lo que usted escribió de un contacto queda como está; el archivo solo llena lo que falta. Un archivo que espera aquí {{days}} días se aparta, y borramos nuestra copia.",
    rows: "Qué pasa con cada fila",
    what: "Qué pasa",
    outcome: { added: "Nuevo", changed: "Se completa", unchanged: "Nada nuevo", rejected: "Queda fuera" },
    gets: "{{field}}: {{value}}",
  },
  result: {
    contacts: "Ver los contactos",
    forgotten: "No guardamos copia de su archivo, solo las filas que no se aceptaron.",
  },
  note: {
    contact_name_long: "El nombre es demasiado largo. Escriba 200 letras como máximo.",
    contact_unreachable: "No hay un correo ni un teléfono que puedan ser correctos. Escriba uno de los dos.",
    mail_silent: "Nadie del distrito escribe a esta dirección. Quite la fila de su archivo.",
    contacts_alike:
      "Más de un contacto de aquí corresponde a “{{value}}”. Primero haga uno solo de ellos, o escriba el correo que tiene de esa persona.",
    time_zone_unclear: "No sabemos qué zona horaria es “{{value}}”. No la tomamos.",
    text_shortened: "Un texto era demasiado largo. Lo cortamos: “{{value}}”",
    kept_here: "Aquí tiene “{{value}}”. Eso queda, y “{{cell}}” no se toma.",
    phone_of_another:
      "{{value}} tiene aquí el mismo teléfono. Si son la misma persona, haga después un solo contacto de los dos.",
  },
  noteName: {
    contact_name_long: "Nombre demasiado largo",
    contact_unreachable: "Sin forma de comunicarse",
    mail_silent: "Dirección a la que nadie escribe",
    contacts_alike: "Dos contactos parecidos",
    time_zone_unclear: "Zona horaria dudosa",
    text_shortened: "Texto cortado",
    kept_here: "Aquí hay otra cosa y queda",
    phone_of_another: "Teléfono de otro contacto",
  },
} satisfies Shape<typeof en>;
