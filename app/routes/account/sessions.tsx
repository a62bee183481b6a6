import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import { formatDay } from "~/ui/format";
import { Section } from "~/ui/page";

interface ListedSession {
  sessionId: string;
  device: string;
  seenAt: string;
  isThisOne: boolean;
}

/** Where the account is signed in; every place but this one can be ended here. */
export function Sessions({ sessions }: { sessions: readonly ListedSession[] }) {
  const { t, i18n } = useTranslation("account");
  const endOthers = (
    <Form className="">
      <Button name="intent" value="end-others">
        {t("mine.endOthers")}
      </Button>
    </Form>
  );
  return (
    <Section
      title={t("mine.sessions")}
      lead={t("mine.sessionsLead")}
      actions={sessions.length > 2 ? endOthers : undefined}
    >
      <RowList>
        {sessions.map(({ sessionId, device, seenAt, isThisOne }) => (
          <Row
            key={sessionId}
            title={device || t("mine.unknownDevice")}
            detail={isThisOne ? t("mine.thisOne") : t("mine.seen", { when: formatDay(seenAt, i18n.language) })}
            actions={isThisOne ? undefined : <EndButton sessionId={sessionId} />}
          />
        ))}
      </RowList>
    </Section>
  );
}

function EndButton({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation("account");
  return (
    <Form className="">
      <input type="hidden" name="sessionId" value={sessionId} />
      <Button look="danger" name="intent" value="end">
        {t("mine.end")}
      </Button>
    </Form>
  );
}
