import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { IntroductionBadge } from "~/ui/introduction-badge";
import { Section } from "~/ui/page";

interface SamePersonProps {
  same: readonly { id: string; state: string; name: string; proposer: string }[];
  reply: FormReply | undefined;
}

/** Other introductions that seem to be of the same person, each with the way to join it. */
export function SamePerson({ same, reply }: SamePersonProps) {
  const { t } = useTranslation("introductions");
  return (
    <Section title={t("one.same")} lead={t("one.sameLead")}>
      <RowList>
        {same.map(({ id, state, name, proposer }) => (
          <Row
            key={id}
            to={`/coordinator/introductions/${id}`}
            title={name}
            detail={t("desk.by", { name: proposer })}
            status={<IntroductionBadge state={state} />}
            actions={
              <Form reply={reply?.values?.firstId === id ? reply : undefined} scope={id}>
                <input type="hidden" name="firstId" value={id} />
                <Button
                  name="intent"
                  value="join"
                  pendingText={t("one.saving")}
                  aria-label={t("one.joinOne", { name, proposer })}
                >
                  {t("one.join")}
                </Button>
              </Form>
            }
          />
        ))}
      </RowList>
    </Section>
  );
}
