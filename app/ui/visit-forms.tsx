import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Disclosure } from "./disclosure";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { TextArea } from "./text-fields";
import type { VisitLine } from "./visit-list";

interface VisitFormProps {
  visit: VisitLine;
  /** What was sent about this visit, if it was refused. */
  reply: FormReply | undefined;
}

/** What the refused form was about: forms of one page share their fields. */
export const replyOf = (reply: FormReply | undefined, visitId: string, intent: string): FormReply | undefined =>
  reply?.values?.visitId === visitId && reply.values.intent === intent ? reply : undefined;

/** "I cannot come", with the reason that staff read. Nothing for a visit that is not to come. */
export function CallOffForm({ visit, reply, says }: VisitFormProps & { says: "staff" | "student" | "host" }) {
  const { t } = useTranslation("pursuits");
  const sent = replyOf(reply, visit.id, "call_off");
  return (
    <Disclosure summary={t(`visit.callOff.${says}`)} open={sent !== undefined}>
      <Form reply={sent} scope={`call-off-${visit.id}`} draft={`call-off-${visit.id}`}>
        <input type="hidden" name="visitId" value={visit.id} />
        <TextArea name="reason" label={t("visit.reason")} hint={t("visit.reasonHint")} required rows={2} />
        <Button look="danger" name="intent" value="call_off" pendingText={t("visit.saving")}>
          {t("visit.callOff.send")}
        </Button>
      </Form>
    </Disclosure>
  );
}

/** Once it has begun: it took place, or the student did not come. */
export function EndVisitForm({ visit, reply }: VisitFormProps) {
  const { t } = useTranslation("pursuits");
  return (
    <Form
      reply={replyOf(reply, visit.id, "took_place") ?? replyOf(reply, visit.id, "missed")}
      scope={`end-${visit.id}`}
      className="flex flex-wrap gap-3"
    >
      <input type="hidden" name="visitId" value={visit.id} />
      <Button name="intent" value="took_place" pendingText={t("visit.saving")}>
        {t("visit.tookPlace")}
      </Button>
      <Button name="intent" value="missed" pendingText={t("visit.saving")}>
        {t("visit.didNotCome")}
      </Button>
    </Form>
  );
}
