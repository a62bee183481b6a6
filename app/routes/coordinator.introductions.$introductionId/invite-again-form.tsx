import { useTranslation } from "react-i18next";
import { AddressFields, type Reached } from "~/ui/address-fields";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatMoment } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { useText } from "~/ui/use-text";

interface InviteAgainProps extends Reached {
  unreached: { why: string; detail: string; at: string };
  timeZone: string;
  reply: FormReply | undefined;
}

/** Why the invitation reached nobody, and the way to send it once more, to the same address or a better one. */
export function InviteAgainForm({ unreached, timeZone, reply, ...reached }: InviteAgainProps) {
  const { t, i18n } = useTranslation("introductions");
  const text = useText();
  const { why, detail, at } = unreached;
  const inviting = reply?.values?.intent === "again";
  return (
    <Section title={t("one.unreached", { moment: formatMoment(at, i18n.language, timeZone) })}>
      <Notice tone="wait">
        <p>{text(`mails:unreached.reason.${why}` as "mails:unreached.reason.returned")}</p>
        {detail && <p className="text-small">{detail}</p>}
      </Notice>
      <Form reply={inviting ? reply : undefined} scope="again" className="mt-4 space-y-4">
        <AddressFields {...reached} />
        <Button look="primary" name="intent" value="again" pendingText={t("one.inviting")}>
          {t("one.inviteAgain")}
        </Button>
      </Form>
    </Section>
  );
}
