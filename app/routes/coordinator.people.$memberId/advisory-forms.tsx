import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";
import type { PersonView } from "./person-view";
import { replyTo } from "./reply-to";

interface SetAdvisoryProps {
  view: Pick<PersonView, "advisory" | "advisories">;
  reply: FormReply | undefined;
}

/** Puts a student into another advisory from today on. */
export function SetAdvisory({ view, reply }: SetAdvisoryProps) {
  const { t } = useTranslation("people");
  const own = replyTo(reply, { intent: "set_advisory" });
  const choices = view.advisories.map(({ id, name, advisor_name: advisor }) => ({
    value: id,
    label: `${name} (${advisor})`,
  }));
  return (
    <Disclosure summary={t("person.setAdvisory.title")} open={own !== undefined}>
      <Form reply={own} scope="advisory">
        <Select
          name="advisoryId"
          label={t("new.advisory")}
          choices={choices}
          emptyLabel={t("new.noAdvisory")}
          defaultValue={view.advisory?.id}
        />
        <Button name="intent" value="set_advisory" pendingText={t("person.saving")}>
          {t("person.setAdvisory.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}

interface HandOnProps {
  view: Pick<PersonView, "ownAdvisories" | "staff" | "person">;
  reply: FormReply | undefined;
}

/** Gives an advisory with its students to a colleague. */
export function HandOn({ view, reply }: HandOnProps) {
  const { t } = useTranslation("people");
  const text = useText();
  const { ownAdvisories, staff, person } = view;
  const choices = staff
    .filter(({ id }) => id !== person.id)
    .map(({ id, fullName }) => ({ value: id, label: fullName }));
  if (ownAdvisories.length === 0) return null;
  return (
    <Section
      title={t("person.handOn.title")}
      actions={<TextLink to="/advisor/cover">{text("home:cover.give")}</TextLink>}
    >
      {ownAdvisories.map(({ id, name }) => (
        <Form key={id} reply={replyTo(reply, { intent: "hand_on", advisoryId: id })} scope={id}>
          <h3 className="text-title-3">{name}</h3>
          <input type="hidden" name="advisoryId" value={id} />
          <Select
            name="advisorId"
            required
            label={t("person.handOn.to")}
            choices={choices}
            emptyLabel={t("person.handOn.choose")}
          />
          <Button name="intent" value="hand_on" pendingText={t("person.saving")}>
            {t("person.handOn.save")}
          </Button>
        </Form>
      ))}
    </Section>
  );
}
