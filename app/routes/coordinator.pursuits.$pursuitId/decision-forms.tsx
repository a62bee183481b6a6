import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextArea } from "~/ui/text-fields";

interface DecisionFormsProps {
  state: string;
  /** Whether the advisor's word is still waited for, so that an approval says why it does without. */
  isWithAdvisor: boolean;
  reply: FormReply | undefined;
}

/** Approve, or decline with one text for the student and one for staff. */
export function DecisionForms({ state, isWithAdvisor, reply }: DecisionFormsProps) {
  const { t } = useTranslation("pursuits");
  const declining = reply?.values?.intent === "decline";
  return (
    <div className="space-y-4">
      {state === "requested" && (
        <Form reply={declining ? undefined : reply}>
          {isWithAdvisor && (
            <TextArea
              name="note"
              label={t("case.endorsement.note")}
              hint={t("case.endorsement.anyway")}
              required
              rows={2}
            />
          )}
          <Button look="primary" name="intent" value="approve" pendingText={t("desk.approving")}>
            {t("desk.approve")}
          </Button>
        </Form>
      )}
      <Disclosure summary={t("case.decline")} open={declining}>
        <Form reply={declining ? reply : undefined} draft="decline">
          <TextArea
            name="textForStudent"
            label={t("case.forStudent")}
            hint={t("case.forStudentHint")}
            required
            rows={3}
          />
          <TextArea name="textForStaff" label={t("case.forStaff")} rows={2} />
          <Button look="danger" name="intent" value="decline" pendingText={t("case.declining")}>
            {t("case.decline")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
