import { Form, useLocation } from "@remix-run/react";
import { Languages } from "lucide-react";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "~/i18n";

/**
 * One button per other language, each in that language. It reloads the whole document, because a page's texts are
 * loaded before it starts.
 */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  const others = languages.filter((language) => language !== i18n.language);
  return (
    <Form
      method="post"
      action="/language"
      reloadDocument
      aria-label={t("language.label")}
      className="flex flex-wrap items-center gap-x-3"
    >
      <input type="hidden" name="returnTo" value={pathname + search} />
      <Languages aria-hidden className="size-5 text-ink-soft" />
      {others.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          className="min-h-11 text-accent underline-offset-4 hover:underline"
        >
          {languageNames[language]}
        </button>
      ))}
    </Form>
  );
}
