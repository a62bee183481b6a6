import { useTranslation } from "react-i18next";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";

interface HeldNoticeProps {
  /** Conversations in which something waits, and those of them in which a turn has run out. */
  held: { waiting: number; late: number };
}

/** That messages wait for the school; it stands out once somebody's time has run out. */
export function HeldNotice({ held: { waiting, late } }: HeldNoticeProps) {
  const { t } = useTranslation("conversations");
  if (waiting === 0) return null;
  return (
    <Notice
      tone={late > 0 ? "stop" : "wait"}
      actions={<LinkButton to="/coordinator/held">{t("desk.link")}</LinkButton>}
    >
      <p>{t("waiting", { count: waiting })}</p>
      {late > 0 && <p>{t("late", { count: late })}</p>}
    </Notice>
  );
}
