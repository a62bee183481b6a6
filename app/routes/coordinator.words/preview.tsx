import { useTranslation } from "react-i18next";
import { Section } from "~/ui/page";

interface Found {
  total: number;
  titles: readonly string[];
}

/** What a search for the word finds now, and with it. Nothing is saved yet. */
export function Preview({ preview }: { preview: { word: string; before: Found; after: Found } }) {
  const { t } = useTranslation("words");
  const { word, before, after } = preview;
  return (
    <Section title={t("search", { word })}>
      <div role="status" className="grid gap-6 sm:grid-cols-2">
        <Answer title={t("before")} found={before} />
        <Answer title={t("after")} found={after} />
      </div>
    </Section>
  );
}

function Answer({ title, found }: { title: string; found: Found }) {
  const { t } = useTranslation("words");
  return (
    <div className="space-y-2">
      <h3 className="text-title-3 font-semibold">{title}</h3>
      <p>{t("found", { count: found.total })}</p>
      <ol className="list-decimal ps-5">
        {found.titles.map((name, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two placements may have one title, and the list never moves
          <li key={place}>{name}</li>
        ))}
      </ol>
    </div>
  );
}
