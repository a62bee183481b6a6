import { useTranslation } from "react-i18next";
import { RIASEC_TYPES } from "~/domain/interest/riasec";
import { labelOf, listBasicInterests, synonymsOf } from "~/domain/interest/taxonomy";
import { Disclosure } from "~/ui/disclosure";

const LANGUAGES = ["en", "es"] as const;

/** The interests that every school has, by type, with the lay words that stand for them. */
export function ShippedWords() {
  const { t, i18n } = useTranslation("words");
  const interests = listBasicInterests();
  return (
    <div>
      {RIASEC_TYPES.map((type) => {
        const own = interests.filter(({ riasec }) => riasec[0] === type.id);
        return (
          <Disclosure key={type.id} summary={t("type", { type: labelOf(type, i18n.language), count: own.length })}>
            {own.map(({ id, clusters }) => (
              <div key={id}>
                <h3 className="text-title-3">{labelOf(id, i18n.language)}</h3>
                <p className="text-ink-soft">{clusters.map((each) => labelOf(each, i18n.language)).join(" · ")}</p>
                {LANGUAGES.map((language) => (
                  <p key={language} lang={language}>
                    {synonymsOf(id, language).join(", ")}
                  </p>
                ))}
              </div>
            ))}
          </Disclosure>
        );
      })}
    </div>
  );
}
