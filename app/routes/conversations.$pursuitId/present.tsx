import { useTranslation } from "react-i18next";
import type { ConversationPage } from "~/features/conversations/open-conversation.server";
import { DescriptionList } from "~/ui/description-list";
import { formatNames } from "~/ui/format";
import { Section } from "~/ui/page";

const ROLES = ["student", "mentor", "staff", "guardian"] as const;

/** Who reads what is written here; nobody writes without knowing that. */
export function Present({ present, kept }: Pick<ConversationPage, "present" | "kept">) {
  const { t, i18n } = useTranslation("conversations");
  const rows = ROLES.map((role) => {
    const names = present
      .filter((who) => who.role === role)
      .map(({ isOwn, name }) => (isOwn ? t("who.you") : name || t("who.family")));
    return { name: t(`who.${role}`), value: formatNames(names, i18n.language) };
  });
  return (
    <Section title={t("who.title")}>
      <DescriptionList rows={rows} />
      {kept.map(({ name, why }) => (
        <p key={name} className="mt-3">
          {t(`who.kept.${why}`, { name })}
        </p>
      ))}
      <p className="mt-3 text-ink-soft">{t("who.hint")}</p>
    </Section>
  );
}
