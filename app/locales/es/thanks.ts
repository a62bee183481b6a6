import type en from "../en/thanks";
import type { Shape } from "../shape";

export default {
  page: {
    title: "Gracias",
    lead: "Estas personas y organizaciones dieron al fondo de acceso de {{school}} y quisieron que se les agradeciera aquí.",
    none: "Todavía no se agradece a nadie aquí.",
    unnamed: "Un amigo de la escuela",
  },
  wish: {
    how: "¿Puede la escuela agradecerle en su página pública?",
    none: "No, gracias",
    named: "Sí, con el nombre por el que doy",
    unnamed: "Sí, sin nombre",
    words: "Una frase para mostrar al lado",
    wordsHint: "Por favor, no nombre a ningún estudiante. Alguien de la escuela la lee primero.",
    amount: "Mostrar también la cantidad",
  },
  gift: {
    shown: "La escuela le agradece en su página pública.",
    waits:
      "La escuela le agradecerá en su página pública cuando su donación haya llegado y alguien haya leído su deseo.",
    page: "Leer la página",
    ask: "Recibir las gracias en público",
    change: "Cambiar cómo se me agradece, o quitarlo",
    save: "Guardar",
    saving: "Guardando …",
  },
  staff: {
    page: "Página de agradecimiento",
    title: "Agradecimiento público",
    named: "Desea que se le agradezca con su nombre",
    unnamed: "Desea que se le agradezca sin nombre",
    withAmount: "con la cantidad",
    show: "Mostrarlo en la página de gracias",
    hide: "Quitarlo de la página de gracias",
  },
  fault: {
    wished_unnamed: "Pidió que no se le nombre. Elija las gracias sin nombre.",
    not_wished: "Este donante no desea que se le agradezca en público.",
    practice: "Esta donación es solo de práctica. Nadie recibe las gracias en público por ella.",
    not_paid: "Las gracias se muestran cuando el dinero haya llegado.",
  },
} satisfies Shape<typeof en>;
