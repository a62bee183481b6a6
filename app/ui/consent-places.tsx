import { useTranslation } from "react-i18next";
import type { ConsentSheetPage } from "./consent-sheet-page";
import { Section } from "./page";
import { useText } from "./use-text";

/** What the student asked for: title and host, or only the kind of place where the reader may not know more. */
export function ConsentPlaces({ page }: { page: ConsentSheetPage }) {
  const { t } = useTranslation("consent");
  const text = useText();
  if (page.places.length === 0) return null;
  const title = page.isSelf ? t("self.places") : t("page.waiting", { name: page.studentName });
  return (
    <Section title={title}>
      <ul className="list-disc space-y-1 ps-6">
        {page.places.map(({ kind, title, organisation }) => (
          <li key={`${kind} ${title} ${organisation}`}>
            {title ?? text(`pursuits:kind.${kind}` as "pursuits:kind.internship")}{" "}
            {organisation && t("home.at", { organisation })}
          </li>
        ))}
      </ul>
      {page.places.some(({ title }) => title === null) && <p className="mt-2 text-ink-soft">{t("home.hidden")}</p>}
    </Section>
  );
}
