import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Section } from "~/ui/page";

interface LeadChangesProps {
  changes: readonly { personId: string; fullName: string; change: string; on: string; isWaiting: boolean }[];
  reply: FormReply | null | undefined;
}

/** Who became a lead or will, and who will be none any more; what does not hold yet can be stopped. */
export function LeadChanges({ changes, reply }: LeadChangesProps) {
  const { t, i18n } = useTranslation("concerns");
  const tense = (isWaiting: boolean) => (isWaiting ? "will" : "did");
  return (
    <Section title={t("changes.title")} lead={t("changes.lead")}>
      <RowList label={t("changes.title")}>
        {changes.map(({ personId, fullName, change, on, isWaiting }) => (
          <Row
            key={`${personId}${change}${on}`}
            title={t(`changes.${change}.${tense(isWaiting)}` as "changes.name.will", { name: fullName })}
            detail={formatDay(on, i18n.language, { withYear: true })}
            actions={
              isWaiting && (
                <Form reply={reply} scope={personId}>
                  <input type="hidden" name="personId" value={personId} />
                  <Button aria-label={t("changes.stopOf", { name: fullName })} pendingText={t("changes.stopping")}>
                    {t("changes.stop")}
                  </Button>
                </Form>
              )
            }
          />
        ))}
      </RowList>
    </Section>
  );
}
