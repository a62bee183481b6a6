import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";

interface ShareFormProps {
  shared: { advisor: boolean; family: boolean };
  reply: FormReply | undefined;
}

/** The student decides who else reads the words from the cards. */
export function ShareForm({ shared, reply }: ShareFormProps) {
  const { t } = useTranslation("interests");
  return (
    <div className="print:hidden">
      <Section title={t("share.title")} lead={t("share.lead")}>
        <Form reply={reply} scope="share">
          <div>
            <Checkbox name="advisor" label={t("share.advisor")} defaultChecked={shared.advisor} />
            <Checkbox name="family" label={t("share.family")} defaultChecked={shared.family} />
          </div>
          <Button name="intent" value="share" pendingText={t("share.saving")}>
            {t("share.save")}
          </Button>
        </Form>
      </Section>
    </div>
  );
}
