import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/ui/description-list";

interface OrganisationFactsProps {
  organisation: { sector: string; about: string; website: string; source: string };
  sites: readonly { id: string; name: string; street: string; city: string }[];
}

const SECTORS = ["nonprofit", "public", "business"] as const;
const SOURCES = ["staff", "import", "introduction", "offer"] as const;

/** What is known of an organization itself, and how the district came to know it. */
export function OrganisationFacts({ organisation, sites }: OrganisationFactsProps) {
  const { t } = useTranslation(["outreach", "merges"]);
  const sector = SECTORS.find((each) => each === organisation.sector);
  const source = SOURCES.find((each) => each === organisation.source);
  return (
    <DescriptionList
      rows={[
        { name: t("organisation.source"), value: source && t(`organisation.sourceIs.${source}`) },
        { name: t("organisation.sector"), value: sector && t(`merges:sector.${sector}`) },
        { name: t("organisation.about"), value: organisation.about },
        { name: t("organisation.website"), value: organisation.website },
        {
          name: t("organisation.sites"),
          value: sites.length > 0 && (
            <ul>
              {sites.map(({ id, name, street, city }) => (
                <li key={id}>{[name, street, city].filter(Boolean).join(", ")}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
