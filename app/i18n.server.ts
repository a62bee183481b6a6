import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, sentenceEnds, writeNumbersByConvention } from "./i18n";
import enMail from "./locales/en/mail";
import { uiCatalogue as en } from "./locales/en/ui-catalogue";
import esMail from "./locales/es/mail";
import { uiCatalogue as es } from "./locales/es/ui-catalogue";

/** Every text of the product, per language. */
export const catalogues: Record<Language, object> = { en: { ...en, mail: enMail }, es: { ...es, mail: esMail } };

const instances = new Map<Language, i18n>();

/**
 * The translator of one language, for pages and for mail (`i18nFor("es").getFixedT(null, "mail")`).
 * One instance per language that never changes its language, so that two requests cannot mix.
 */
export function i18nFor(language: Language): i18n {
  const known = instances.get(language);
  if (known) return known;
  const instance = createInstance();
  void instance
    .use(initReactI18next)
    .use(sentenceEnds)
    .init({
      lng: language,
      fallbackLng: false,
      ns: Object.keys(catalogues[language]),
      defaultNS: "common",
      resources: { [language]: catalogues[language] } as never,
      interpolation: { escapeValue: false },
      initAsync: false,
      postProcess: [sentenceEnds.name],
      react: { useSuspense: false },
    });
  writeNumbersByConvention(instance);
  instances.set(language, instance);
  return instance;
}

const inherited = new Map<Language, i18n>();

/**
 * The same translator for pages. `useTranslation` copies every property of the instance it is given, in every component
 * of every page (react-i18next 17, `createI18nWrapper`); this one inherits them and has none of its own to copy.
 */
export function i18nForPages(language: Language): i18n {
  const known = inherited.get(language);
  if (known) return known;
  const instance = Object.create(i18nFor(language)) as i18n;
  inherited.set(language, instance);
  return instance;
}
