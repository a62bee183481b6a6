import type en from "../en/mentors";
import type { Shape } from "../shape";

export default {
  about: {
    title: "Sobre usted",
    lead: "Las escuelas lo usan para encontrar estudiantes que van bien con usted. Los estudiantes pueden leer lo que les gusta a ambos, sus idiomas y cuánto tiempo lleva con estudiantes.",
    none: "Diga qué le gusta y qué idiomas habla. Toma un minuto. Así las escuelas encuentran estudiantes que van bien con usted.",
    say: "Decirlo",
    change: "Cambiarlo",
    bySchool: "El personal de {{school}} dijo esto por usted. Escribió: «{{reason}}» Puede cambiarlo.",
  },
  of: {
    title: "Sobre {{mentor}}",
    lead: "Dígalo por {{mentor}}, por ejemplo si se lo contó por teléfono. Lo lee con el motivo y puede cambiarlo.",
    none: "Nadie ha dicho qué le gusta a {{mentor}} ni cuánto tiempo lleva con estudiantes. Las parejas se buscan según eso.",
    say: "Decirlo por {{mentor}}",
    byMentor: "Lo dijo {{mentor}}.",
    bySchool: "Lo dijo el personal de {{school}}: «{{reason}}»",
    back: "Volver a la oferta",
    reason: "Por qué lo dice",
    reasonHint: "{{mentor}} lo lee. No nombre a ningún estudiante.",
  },
  field: {
    interests: "Intereses",
    interestsHint: "Abra un grupo y marque hasta {{most}}. No tienen que ser del trabajo.",
    languages: "Idiomas",
    languagesHint: "Los que se hablan bien como para trabajar con un estudiante.",
    years: "Años con estudiantes",
    yearsHint: "No son los años en el oficio. Escriba 0 si todavía no ha habido ninguno. Déjelo vacío si no se sabe.",
  },
  facts: {
    none: "Todavía no se dijo",
    years_zero: "Todavía ninguno",
    years_one: "Un año",
    years_many: "{{count}} años",
    years_other: "{{count}} años",
  },
  save: "Guardar",
  saving: "Guardando …",
  now: "Lo que dice ahora",
  back: "Volver a mi página",
  toast: {
    saved: "Guardado. El próximo plan lo tiene en cuenta.",
    savedFor: "Guardado. El próximo plan lo tiene en cuenta y el mentor lo puede ver.",
  },
  fault: {
    not_permitted: "Usted no puede hacer esto aquí.",
    not_valid: "Algo de esto ya no está en la lista. Cargue la página otra vez y elija de nuevo.",
    reason_missing: "Diga por qué. El mentor lo lee.",
    other_lead:
      "Ahora otro mentor dirige esta oferta, así que no se guardó nada. Lo que usted escribió era sobre el anterior.",
    changed_before:
      "Alguien cambió esto después de que usted lo abrió. Abajo está lo que dice ahora. Sus respuestas siguen en el formulario: guarde otra vez para dejarlas en su lugar.",
    interests_unknown: "Algo de esto no está en la lista. Marque otra vez.",
  },
} satisfies Shape<typeof en>;
