import { Compass, HeartHandshake, type LucideIcon, School, Wrench } from "lucide-react";
import { useTranslation } from "react-i18next";

const audiences: { key: "students" | "families" | "mentors" | "staff"; icon: LucideIcon }[] = [
  { key: "students", icon: Compass },
  { key: "families", icon: HeartHandshake },
  { key: "mentors", icon: Wrench },
  { key: "staff", icon: School },
];

/** What the product is for each of the four who use it. */
export function Audiences() {
  const { t } = useTranslation("landing");
  return (
    <section aria-labelledby="audiences" className="border-y border-line bg-surface">
      <div className="page-width py-12">
        <h2 id="audiences" className="heard-only">
          {t("audiences.title")}
        </h2>
        <ul className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
          {audiences.map(({ key, icon: Icon }) => (
            <li key={key} className="border-t-3 border-accent pt-4">
              <h3 className="flex items-start gap-2.5 text-title-3">
                <Icon aria-hidden className="mt-0.5 size-6 shrink-0 text-accent" />
                {t(`audiences.${key}.title`)}
              </h3>
              <p className="mt-2">{t(`audiences.${key}.text`)}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
