import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { TextArea } from "~/ui/text-fields";

/** What the student can say now. */
export function AnswerForms({ state, kind, reply }: { state: string; kind: string; reply: FormReply | undefined }) {
  const { t } = useTranslation("pursuits");
  const isLive = ["requested", "approved", "contacted"].includes(state);
  return (
    <div className="mt-5 space-y-5">
      {state === "suggested" && (
        <Form reply={reply} className="flex flex-wrap gap-3">
          <Button look="primary" name="intent" value="want" pendingText={t("one.sending")}>
            {t("one.want")}
          </Button>
          <Button name="intent" value="no_thanks" pendingText={t("one.sending")}>
            {t("one.noThanks")}
          </Button>
        </Form>
      )}
      {state === "offered" && kind === "internship" && <p>{t("one.takeMeans")}</p>}
      {state === "offered" && (
        <Form reply={reply} className="flex flex-wrap gap-3">
          <Button look="primary" name="intent" value="take" pendingText={t("one.sending")}>
            {t("one.take")}
          </Button>
          <Button name="intent" value="refuse_offer" pendingText={t("one.sending")}>
            {t("one.noThanks")}
          </Button>
        </Form>
      )}
      {isLive && (
        <Disclosure summary={t("one.withdraw")} open={reply !== undefined}>
          <Form reply={reply}>
            <TextArea name="reason" label={t("one.withdrawWhy")} rows={2} />
            <Button look="danger" name="intent" value="withdraw" pendingText={t("one.stopping")}>
              {t("one.withdraw")}
            </Button>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
