import { useTranslation } from "react-i18next";
import { MOST_AT_ONCE } from "~/domain/matching/mentor-room";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { NumberField, TextArea } from "~/ui/text-fields";
import type { ReviewView } from "./view.server";

interface Given {
  mentor: string;
  capacity: NonNullable<ReviewView["capacity"]>;
  reply: FormReply | undefined;
}

/** How many students the lead mentor takes at once, who said so, and a form to set it with a reason that the mentor reads. */
export function MentorCapacity({ mentor, capacity: { atOnce, held, seats, setByStaff }, reply }: Given) {
  const { t } = useTranslation(["placements", "board"]);
  return (
    <Section title={t("atOnce.of", { mentor })} id="mentor">
      <p className="mb-4">
        {t(atOnce === null ? "board:card.capacity" : "board:card.atOnce", { count: atOnce ?? seats, held, mentor })}{" "}
        {t(setByStaff ? "atOnce.byStaff" : atOnce === null ? "atOnce.byNobody" : "atOnce.byMentor", { mentor })}
      </p>
      <Form reply={reply}>
        <input type="hidden" name="seen" value={atOnce ?? ""} />
        <NumberField
          name="atOnce"
          label={t("atOnce.field")}
          hint={t("atOnce.hintFor", { most: MOST_AT_ONCE })}
          inputMode="numeric"
          defaultValue={atOnce ?? ""}
        />
        <TextArea
          name="reason"
          label={t("atOnce.reason")}
          hint={t("atOnce.reasonHint", { mentor })}
          rows={2}
          maxLength={500}
          required
        />
        <Button name="intent" value="at-once" pendingText={t("atOnce.saving")}>
          {t("atOnce.save")}
        </Button>
      </Form>
    </Section>
  );
}
