import { useTranslation } from "react-i18next";
import type { ThreadRole } from "~/domain/conversation/standing";

interface Speaker {
  role: ThreadRole;
  /** Empty where this reader may know the role only. */
  name: string;
  isOwn: boolean;
}

/** Names somebody in a conversation: "Maya, Mentor", "You", "A guardian". */
export function useSpeaker(): (who: Speaker) => string {
  const { t } = useTranslation("conversations");
  return ({ role, name, isOwn }) => {
    if (isOwn) return t("who.you");
    if (name === "") return role === "guardian" ? t("who.family") : t(`who.${role}`);
    return `${name}, ${t(`who.${role}`)}`;
  };
}
