import { useTranslation } from "react-i18next";
import { LinkButton } from "./button";
import { Notice } from "./notice";

interface ConcernTasksProps {
  tasks: { waiting: number; leadsMissing: number };
}

/** What of safeguarding waits for the reader, at the top of their home; nothing for everybody else. */
export function ConcernTasks({ tasks: { waiting, leadsMissing } }: ConcernTasksProps) {
  const { t } = useTranslation("concerns");
  return (
    <>
      {waiting > 0 && (
        <Notice
          tone="stop"
          title={t("tasks.waiting", { count: waiting })}
          actions={
            <LinkButton look="primary" to="/safeguarding">
              {t("tasks.look")}
            </LinkButton>
          }
        >
          {t("tasks.waitingText")}
        </Notice>
      )}
      {leadsMissing > 0 && (
        <Notice
          tone="wait"
          title={t("tasks.leads", { count: leadsMissing })}
          actions={<LinkButton to="/safeguarding/settings">{t("tasks.name")}</LinkButton>}
        >
          {t("tasks.leadsText")}
        </Notice>
      )}
    </>
  );
}
