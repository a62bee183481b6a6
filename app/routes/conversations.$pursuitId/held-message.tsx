import { useTranslation } from "react-i18next";
import type { ConversationPage } from "~/features/conversations/open-conversation.server";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatNames } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-fields";

interface HeldProps {
  message: ConversationPage["messages"][number];
  mayDecide: boolean;
  reply: FormReply | undefined;
}

/** What became of a message that did not reach the others: its writer reads it, and whoever decides. */
export function HeldMessage({ message, mayDecide, reply }: HeldProps) {
  const { t, i18n } = useTranslation("conversations");
  const { id, state, heldFor, returnedBecause, isOwn } = message;
  if (state === "sent") return null;
  if (state === "returned")
    return (
      <Notice tone="stop" title={t("held.returned")}>
        <span dir="auto">{returnedBecause}</span>
      </Notice>
    );
  const found = formatNames(
    heldFor.map((reason) => t(`held.for.${reason}`)),
    i18n.language,
  );
  const own = reply?.values?.messageId === id ? reply : undefined;
  return (
    <Notice tone="wait" title={isOwn ? t("held.own") : t("held.waits")}>
      <p>{t("held.found", { found })}</p>
      {mayDecide && (
        <div className="mt-2 space-y-2">
          <Form>
            <input type="hidden" name="messageId" value={id} />
            <Button name="intent" value="release" pendingText={t("sending")}>
              {t("held.release")}
            </Button>
          </Form>
          <Disclosure summary={t("held.return")} open={own !== undefined}>
            <Form reply={own} scope={id}>
              <input type="hidden" name="messageId" value={id} />
              <TextArea
                name="reason"
                label={t("held.reason")}
                hint={t("held.reasonHint")}
                maxLength={500}
                rows={2}
                required
              />
              <Button name="intent" value="return" pendingText={t("sending")}>
                {t("held.return")}
              </Button>
            </Form>
          </Disclosure>
        </div>
      )}
    </Notice>
  );
}
