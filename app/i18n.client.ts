import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { sentenceEnds, writeNumbersByConvention } from "./i18n";

const files = import.meta.glob<{ uiCatalogue: object }>("./locales/*/ui-catalogue.ts");

/** The translator for the page's language, with that language's texts loaded: await it before hydrating. */
export async function loadI18n(language: string): Promise<i18n> {
  const load = files[`./locales/${language}/ui-catalogue.ts`];
  if (!load) throw new Error(`No catalogue for the page's language "${language}"`);
  const { uiCatalogue } = await load();
  const instance = createInstance();
  await instance
    .use(initReactI18next)
    .use(sentenceEnds)
    .init({
      lng: language,
      fallbackLng: false,
      ns: Object.keys(uiCatalogue),
      defaultNS: "common",
      resources: { [language]: uiCatalogue } as never,
      interpolation: { escapeValue: false },
      initAsync: false,
      postProcess: [sentenceEnds.name],
      react: { useSuspense: false },
    });
  writeNumbersByConvention(instance);
  return instance;
}
