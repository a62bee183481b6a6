import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { DateField, TextField, TimeField } from "~/ui/text-fields";

interface MeetingFormProps {
  student: string;
  today: string;
  /** What is planned; undefined for a new plan. */
  meeting:
    | { id: string; day: string; from: string; to: string; place: string; familyAsked: boolean; with: string }
    | undefined;
  reply: FormReply | undefined;
}

/** Day, time and place of the next meeting, and whether the family is asked to come. */
export function MeetingForm({ student, today, meeting, reply }: MeetingFormProps) {
  const { t } = useTranslation("meetings");
  return (
    <Form reply={reply} scope={meeting?.id ?? "plan"} draft={`meeting-${meeting?.id ?? student}`}>
      {meeting && <input type="hidden" name="meetingId" value={meeting.id} />}
      <DateField name="day" label={t("day")} required min={today} defaultValue={meeting?.day} />
      {reply?.errors?.meant !== undefined && <Checkbox name="meant" label={t("meant")} />}
      <div className="flex flex-wrap gap-4">
        <TimeField name="from" label={t("from")} required defaultValue={meeting?.from} />
        <TimeField name="to" label={t("to")} required defaultValue={meeting?.to} />
      </div>
      <TextField name="place" label={t("place")} hint={t("placeHint")} required defaultValue={meeting?.place} />
      <Checkbox
        name="family"
        label={t("family")}
        hint={t("familyHint", { student })}
        defaultChecked={meeting?.familyAsked ?? false}
      />
      <Button look="primary" name="intent" value={meeting ? "move" : "plan"} pendingText={t("saving")}>
        {meeting ? t("saveChange") : t("save")}
      </Button>
    </Form>
  );
}
