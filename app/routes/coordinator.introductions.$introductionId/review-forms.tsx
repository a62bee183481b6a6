import { useTranslation } from "react-i18next";
import type { Obstacle } from "~/features/introductions/find-obstacle.server";
import { AddressFields, type Reached } from "~/ui/address-fields";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatPhone } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { SentenceWithPhone } from "~/ui/phone-link";
import { TextArea } from "~/ui/text-fields";

interface ReviewFormsProps extends Reached {
  phone: string;
  /** Why no invitation can go out; null when it can. */
  obstacle: Obstacle | null;
  reply: FormReply | undefined;
}

/** Invite, or read why not; correct the address; or set aside with a note for staff. */
export function ReviewForms({ mail, phone, language, languages, obstacle, reply }: ReviewFormsProps) {
  const { t } = useTranslation("introductions");
  const intent = reply?.values?.intent;
  const correcting = intent === "review";
  const settingAside = intent === "aside";
  return (
    <div className="space-y-4">
      {obstacle ? (
        <Notice tone="wait">
          <SentenceWithPhone
            sentence={t(`one.obstacle.${obstacle}`, { phone: formatPhone(phone) || "–" })}
            phone={phone}
          />
        </Notice>
      ) : (
        <Form reply={intent === "invite" ? reply : undefined}>
          <Button look="primary" name="intent" value="invite" pendingText={t("one.inviting")}>
            {t("one.invite")}
          </Button>
        </Form>
      )}
      <Disclosure summary={t("one.correct")} open={correcting || obstacle === "no_mail" || obstacle === "bounced"}>
        <Form reply={correcting ? reply : undefined} scope="review">
          <AddressFields mail={mail} language={language} languages={languages} />
          <Button name="intent" value="review" pendingText={t("one.saving")}>
            {t("one.save")}
          </Button>
        </Form>
      </Disclosure>
      <Disclosure summary={t("one.aside")} open={settingAside}>
        <Form reply={settingAside ? reply : undefined} scope="aside">
          <TextArea name="note" label={t("one.asideNote")} rows={2} />
          <Button look="danger" name="intent" value="aside" pendingText={t("one.asiding")}>
            {t("one.aside")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
