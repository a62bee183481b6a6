import { useTranslation } from "react-i18next";

/** What a kind of mail is called; one of another release is called by no name of its own. */
export function useMailKind(): (kind: string) => string {
  const { t } = useTranslation("mails");
  return (kind) => t([`kind.${kind as "consent-request"}`, "otherKind"]);
}
