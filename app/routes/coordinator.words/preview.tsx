import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

interface Found {
  total: number;
  titles: readonly string[];
}

/** What a search for the word finds now, and with it. Nothing is saved yet. */
export function Preview({ preview }: { preview: { word: string; before: Found; after: Found; degraded: boolean } }) {
  const { t } = useTranslation("words");
  const { word, before, after, degraded } = preview;
  return (
    <Section title={t("search", { word })}>
      {degraded && <Notice tone="wait">{t("degraded")}</Notice>}
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
