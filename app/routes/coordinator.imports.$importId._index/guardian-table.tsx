import { useTranslation } from "react-i18next";
import { LEGAL_BASES, LINK_RIGHTS } from "~/domain/people/link-rights";
import { formatLanguage } from "~/ui/format";
import { PeopleTable } from "./people-table";
import { useChangeSentence } from "./use-change-sentence";
import type { GuardiansView } from "./view.server";

type GuardianRow = GuardiansView["preview"]["rows"][number];
type Field = GuardianRow["changes"][number]["field"];

/** Rows of guardians, with the rights of each link and languages as the reader knows them. */
export function GuardianTable({ rows }: { rows: readonly GuardianRow[] }) {
  const { t, i18n } = useTranslation("imports");
  const sentence = useChangeSentence();
  const rightsInWords = useRightsInWords();
  const nameOf = (field: Field) =>
    field === "familyOf" || field === "rights" ? t(`guardians.check.${field}`) : t(`target.${field}`);
  const shown = (field: Field, value: string) => {
    if (field === "rights") return rightsInWords(value);
    return field === "language" ? formatLanguage(value, i18n.language) : value;
  };
  return (
    <PeopleTable
      kind="guardians"
      rows={rows}
      changesOf={({ changes }) =>
        changes.map((change) => {
          const { field } = change;
          return { ...change, sentence: sentence(nameOf(field), change, (value) => shown(field, value)) };
        })
      }
      inWords={({ from, to, ...detail }) =>
        from === undefined || to === undefined
          ? detail
          : { ...detail, from: rightsInWords(String(from)), to: rightsInWords(String(to)) }
      }
    />
  );
}

/** "parent mayConsent" as the log keeps it, in the reader's words: "Parent (Give consent)". */
function useRightsInWords(): (words: string) => string {
  const { t } = useTranslation(["people", "imports"]);
  return (words) => {
    const said = new Set(words.split(" "));
    const basis = LEGAL_BASES.find((one) => said.has(one));
    const rights = LINK_RIGHTS.filter((right) => said.has(right)).map((right) => t(`person.links.right.${right}`));
    const may = rights.length > 0 ? rights.join(", ") : t("imports:guardians.check.nothingMay");
    return basis ? `${t(`person.links.bases.${basis}`)} (${may})` : may;
  };
}
