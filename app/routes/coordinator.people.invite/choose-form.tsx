import { useTranslation } from "react-i18next";
import type { NotInList } from "~/features/people/list-not-in.server";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";

interface ChooseFormProps {
  people: NotInList["people"];
  reply: FormReply | undefined;
}

/** Ticks whom to invite; each line says what can be done, and what was. Whoever of students and families was never invited is ticked beforehand. */
export function ChooseForm({ people, reply }: ChooseFormProps) {
  const { t, i18n } = useTranslation("invitations");
  const choices = people.map(({ id, name, fullName, as, mail, invited }) => ({
    value: id,
    label: fullName === name ? name : `${name} (${fullName})`,
    hint: [
      t(`many.as.${as}`),
      mail ?? t("many.noMail"),
      invited &&
        `${t(`history.way.${invited.way}`)}, ${t("history.on", { day: formatDay(invited.on, i18n.language) })}`,
    ]
      .filter(Boolean)
      .join(" · "),
  }));
  return (
    <Form reply={reply}>
      <CheckboxGroup
        name="person"
        required
        label={t("many.who")}
        hint={t("many.whoHint")}
        choices={choices}
        defaultValue={people.filter(({ invited, as }) => invited === null && as !== "staff").map(({ id }) => id)}
      />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" name="intent" value="mail" pendingText={t("invite.pending")}>
          {t("many.byMail")}
        </Button>
        <Button name="intent" value="letter" pendingText={t("invite.pending")}>
          {t("many.byLetter")}
        </Button>
      </div>
    </Form>
  );
}
