import type en from "../../en/imports/guardians";
import type { Shape } from "../../shape";

export default {
  target: {
    studentNumber: "Número de estudiante",
    relationship: "Parentesco con el estudiante",
    legalBasis: "En qué se basan los derechos",
    mayConsent: "Puede dar consentimiento",
    maySeeRecords: "Puede ver registros",
    mayKnowWhereabouts: "Puede saber dónde está el estudiante",
    callOrder: "A quién llamar primero",
    guardianMail: "Correo del padre, madre o tutor",
    guardianPhone: "Teléfono del padre, madre o tutor",
  },
  hint: {
    studentNumber: "El número que muestra la página del estudiante. Solo por él lo conocemos.",
    relationship: "Por ejemplo: madre, tío, madre de acogida.",
    legalBasis:
      "Padre o madre, tutor legal, acogida o agencia, o titular de los derechos educativos. Con «madre» o «padre» basta.",
    mayConsent: "Sí o no. Un padre o una madre tiene todos los derechos si ningún documento legal se los quitó.",
    guardianMail: "Con él puede entrar, a menos que otra persona también lo tenga.",
  },
  group: {
    who: "Quién es",
    rights: "Qué puede hacer por el estudiante",
    reach: "Idioma y cómo comunicarse",
  },
  check: {
    title: "Revise antes de que algo cambie",
    added_one: "{{count}} familiar nuevo",
    added_many: "{{count}} de familiares nuevos",
    added_other: "{{count}} familiares nuevos",
    changed_one: "{{count}} fila cambia a un familiar",
    changed_many: "{{count}} de filas cambian a un familiar",
    changed_other: "{{count}} filas cambian a un familiar",
    unchanged_one: "{{count}} fila queda igual.",
    unchanged_many: "{{count}} de filas quedan igual.",
    unchanged_other: "{{count}} filas quedan igual.",
    nothing: "Ninguna fila puede entrar. Una las columnas otra vez, o envíe otro archivo.",
    same: "Todo lo de este archivo ya está aquí.",
    confirm_one: "Traer {{count}} fila",
    confirm_many: "Traer {{count}} de filas",
    confirm_other: "Traer {{count}} filas",
    after:
      "Todavía no ha cambiado nada. Las celdas vacías no cambian nada. Un vínculo que ya está aquí conserva sus derechos, y ninguno termina. Un archivo que espera aquí {{days}} días se aparta, y borramos nuestra copia.",
    rows: "Qué pasa con cada fila",
    missingName: "Familiares que faltan",
    missing_one: "{{count}} familiar de archivos anteriores no está en este",
    missing_many: "{{count}} de familiares de archivos anteriores no están en este",
    missing_other: "{{count}} familiares de archivos anteriores no están en este",
    missingText:
      "Con este archivo no les pasa nada. Si alguien ya no es responsable del estudiante, termine el vínculo en la página del estudiante.",
    missingOf: "responsable de",
    familyOf: "Responsable de",
    rights: "Derechos",
    nothingMay: "ninguno",
  },
  result: {
    people: "Ver a las familias",
    forgotten: "No guardamos copia de su archivo, solo las filas que no entraron.",
  },
  note: {
    repeats_guardian: "La fila {{row}} tiene a la misma persona para el mismo estudiante. Borre una de las dos.",
    student_number_missing: "Falta el número de estudiante. Escríbalo.",
    student_unknown:
      "Ningún estudiante de aquí tiene el número {{number}}. Revíselo, o traiga primero a los estudiantes.",
    student_left: "El estudiante con el número {{number}} se ha ido.",
    students_own_name:
      "Es el nombre del estudiante. Revise las columnas, o agregue a esta persona en la página del estudiante.",
    relationship_missing: "No dice qué es esta persona del estudiante. Escriba madre, tío u otra palabra.",
    relationship_long: "El parentesco es demasiado largo. Escriba como máximo 80 letras.",
    basis_missing:
      "«{{value}}» no dice en qué se basan los derechos. Agregue una columna con padre o madre, tutor legal, familia de acogida o titular de los derechos educativos.",
    basis_not_understood:
      "No podemos leer «{{value}}». Escriba padre o madre, tutor legal, familia de acogida o titular de los derechos educativos.",
    right_not_understood: "No podemos leer «{{value}}». Escriba sí o no.",
    parent_without_right:
      "La fila quita un derecho a un padre o una madre. Solo lo hace un documento legal. Agregue a esta persona en la página del estudiante.",
    link_ended: "Esta persona era responsable del estudiante, y eso terminó. Un archivo no lo trae de vuelta.",
    guardians_alike: "Más de un responsable del estudiante tiene este nombre. Cámbielo en su página.",
    guardian_renamed:
      "Un responsable del estudiante tiene el mismo primer nombre y el mismo correo o teléfono, y otro nombre completo. Si es la misma persona, cambie el nombre en su página.",
    guardian_unclear:
      "Ya hay alguien con este nombre. Si es la misma persona, escriba un correo o teléfono que muestre su página. Si no, agregue a esta persona en la página del estudiante.",
    mail_of_others: "Otra persona también tiene el correo {{value}}. Nadie puede entrar con él como este familiar.",
    mail_taken_away:
      "La escuela le quitó a esta persona el correo {{value}}. Lo dejamos fuera. Si ahora es solo de ella, agréguelo en su página.",
    order_not_understood: "El orden de llamada «{{value}}» no es un número del 1 al 9. Lo dejamos fuera.",
    no_rights:
      "Esta persona no tendrá derechos sobre el estudiante. Escriba sí en las columnas de los derechos que tiene.",
    rights_differ:
      "Aquí: {{from}}. En el archivo: {{to}}. No cambiamos derechos. Si el archivo tiene razón, cámbielos a mano.",
  },
  noteName: {
    repeats_guardian: "Misma persona que una fila anterior",
    student_number_missing: "Sin número de estudiante",
    student_unknown: "Estudiante que no conocemos",
    student_left: "Estudiante que se ha ido",
    students_own_name: "Nombre del estudiante",
    relationship_missing: "Sin parentesco",
    relationship_long: "Parentesco demasiado largo",
    basis_missing: "No está claro en qué se basan los derechos",
    basis_not_understood: "Base legal que no podemos leer",
    right_not_understood: "Derecho que no podemos leer",
    parent_without_right: "Padre o madre sin un derecho",
    link_ended: "Terminó aquí",
    guardians_alike: "Dos responsables iguales",
    guardian_renamed: "Está aquí con otro nombre",
    guardian_unclear: "Nombre que ya está aquí",
    mail_of_others: "Correo que otros también tienen",
    mail_taken_away: "Correo que se había quitado",
    order_not_understood: "Orden de llamada que no podemos leer",
    no_rights: "Sin derechos",
    rights_differ: "Otros derechos que aquí",
  },
} satisfies Shape<typeof en>;
