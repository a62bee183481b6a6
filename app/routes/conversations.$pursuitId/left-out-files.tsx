import { useTranslation } from "react-i18next";
import type { ShownMessage } from "~/features/conversations/open-conversation.server";
import { formatNames } from "~/ui/format";

/** How many files a mail brought that do not stand here, and why. Not their names: those are words that nobody has looked at. */
export function LeftOutFiles({ leftOut }: Pick<ShownMessage, "leftOut">) {
  const { t, i18n } = useTranslation("conversations");
  if (leftOut.length === 0) return null;
  const reasons = [...new Set(leftOut)].map((why) => t(`leftOut.why.${why}`));
  return (
    <p className="mt-2 text-small text-ink-soft">
      {t("leftOut.files", { count: leftOut.length, why: formatNames(reasons, i18n.language) })}
    </p>
  );
}
