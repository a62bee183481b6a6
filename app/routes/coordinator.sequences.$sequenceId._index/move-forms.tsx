import { useTranslation } from "react-i18next";
import type { SequenceState } from "~/domain/outreach/sequence-lifecycle";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { DateField } from "~/ui/text-fields";

interface MoveFormsProps {
  state: SequenceState;
  /** Civil date at the school. */
  today: string;
  reply: FormReply | undefined;
}

/** Start, pause or go on, whichever can be done, and the end. */
export function MoveForms({ state, today, reply }: MoveFormsProps) {
  const { t } = useTranslation("sequences");
  const move = state === "draft" ? "start" : state === "running" ? "pause" : "resume";
  return (
    <div className="space-y-4">
      <Form reply={reply}>
        {move === "start" && (
          <DateField name="startsOn" label={t("move.startsOn")} min={today} defaultValue={today} required />
        )}
        <Button look="primary" name="intent" value={move} pendingText={t("saving")}>
          {t(`move.${move}`)}
        </Button>
      </Form>
      <Disclosure summary={t("move.endTitle")}>
        <p>{t("move.endText")}</p>
        <Form>
          <Button look="danger" name="intent" value="end" pendingText={t("saving")}>
            {t("move.end")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
