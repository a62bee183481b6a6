import { useTranslation } from "react-i18next";
import { mayReach } from "~/domain/conversation/held";
import type { ShownMessage } from "~/features/conversations/open-conversation.server";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatNames } from "~/ui/format";
import { HeardName } from "~/ui/heard-name";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-fields";
import { Late } from "./late";
import { PhotoLine, type PhotoLineProps } from "./photo-line";

interface HeldProps {
  message: ShownMessage;
  /** Of whom and when the message is, for who hears the buttons of several. */
  which: string;
  may: { decide: boolean; release: boolean };
  /** What was answered about photos of the student, and whom they would show; null for who does not decide. */
  photos: PhotoLineProps | null;
  /** The answer to a form about this message. */
  reply: FormReply | undefined;
}

/** What became of a message that did not reach the others: its writer reads it, and whoever decides. */
export function HeldMessage({ message, which, may, photos, reply }: HeldProps) {
  const { t, i18n } = useTranslation("conversations");
  const { state, heldFor, returnedBecause, isOwn } = message;
  if (state === "sent") return <Late reply={reply} />;
  if (state === "returned")
    return (
      <>
        <Notice tone="stop" title={t("held.returned")}>
          <span dir="auto">{returnedBecause}</span>
        </Notice>
        <Late reply={reply} />
      </>
    );
  const found = formatNames(
    heldFor.map((reason) => t(`held.for.${reason}`)),
    i18n.language,
  );
  return (
    <Notice tone="wait" title={isOwn ? t("held.own") : t(may.decide ? "held.waits" : "held.waitsForSchool")}>
      <p>{t(mayReach(heldFor) ? "held.found" : "held.aside", { found })}</p>
      {may.decide && <Decide {...{ message, which, may, photos, reply }} />}
    </Notice>
  );
}

function Decide({ message: { id, heldFor, pictures }, which, may, photos, reply }: HeldProps) {
  const { t } = useTranslation("conversations");
  const replyTo = (intent: string) => (reply?.values?.intent === intent ? reply : undefined);
  const returning = replyTo("return");
  return (
    <div className="mt-2 space-y-2">
      {photos && pictures.length > 0 && <PhotoLine {...photos} />}
      {may.release && mayReach(heldFor) && (
        <Form reply={replyTo("release")} scope={`release-${id}`}>
          <input type="hidden" name="messageId" value={id} />
          {photos?.photos.answer === "no" && pictures.length > 0 && (
            <Checkbox name="shows" value="not_the_student" label={t("photos.noneShows", { student: photos.student })} />
          )}
          <Button name="intent" value="release" pendingText={t("sending")}>
            <Named what={t("held.release")} which={which} />
          </Button>
        </Form>
      )}
      <Disclosure summary={<Named what={t("held.return")} which={which} />} open={returning !== undefined}>
        <Form reply={returning} scope={id}>
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
            <Named what={t("held.return")} which={which} />
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}

function Named({ what, which }: { what: string; which: string }) {
  return (
    <span>
      {what}
      <HeardName>{which}</HeardName>
    </span>
  );
}
