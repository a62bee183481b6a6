import { useTranslation } from "react-i18next";
import type { ShownMessage } from "~/features/conversations/open-conversation.server";

/** How many files a mail brought that do not stand here, a line for each reason. Not their names: those are words that nobody has looked at. */
export function LeftOutFiles({ leftOut }: Pick<ShownMessage, "leftOut">) {
  const { t } = useTranslation("conversations");
  return [...new Set(leftOut)].map((reason) => {
    const count = leftOut.filter((other) => other === reason).length;
    return (
      <p key={reason} className="mt-2 text-small text-ink-soft">
        {t("leftOut.files", { count, why: t(`leftOut.why.${reason}`) })}
      </p>
    );
  });
}
