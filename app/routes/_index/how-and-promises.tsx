import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Stepper } from "~/ui/stepper";

const steps = ["ask", "check", "agree", "meet"] as const;
const promises = ["first", "second", "third", "fourth"] as const;

/** The way to a place in four steps, and what holds on that way. */
export function HowAndPromises() {
  const { t } = useTranslation("landing");
  return (
    <div className="page-width grid gap-x-16 gap-y-12 py-14 md:grid-cols-2">
      <section aria-labelledby="how">
        <h2 id="how" className="mb-6 text-title-2">
          {t("how.title")}
        </h2>
        <Stepper
          label={t("how.title")}
          steps={steps.map((key) => ({
            key,
            title: t(`how.${key}.title`),
            detail: t(`how.${key}.text`),
            state: "plain" as const,
          }))}
        />
      </section>
      <section aria-labelledby="promises">
        <h2 id="promises" className="mb-6 text-title-2">
          {t("promises.title")}
        </h2>
        <ul className="divide-y divide-line border-y border-line">
          {promises.map((key) => (
            <li key={key} className="flex gap-3 py-4">
              <Check aria-hidden className="mt-1 size-5 shrink-0 text-go" />
              {t(`promises.${key}`)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
