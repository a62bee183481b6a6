import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-fields";

/** Invite, or set aside with a note for staff. */
export function ReviewForms({
  hasMail,
  phone,
  reply,
}: {
  hasMail: boolean;
  phone: string;
  reply: FormReply | undefined;
}) {
  const { t } = useTranslation("introductions");
  return (
    <div className="space-y-4">
      {hasMail ? (
        <Form reply={reply}>
          <Button look="primary" name="intent" value="invite" pendingText={t("one.inviting")}>
            {t("one.invite")}
          </Button>
        </Form>
      ) : (
        <Notice tone="wait">{t("one.noMail", { phone })}</Notice>
      )}
      <Disclosure summary={t("one.aside")}>
        <Form>
          <TextArea name="note" label={t("one.asideNote")} rows={2} />
          <Button look="danger" name="intent" value="aside" pendingText={t("one.asiding")}>
            {t("one.aside")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
