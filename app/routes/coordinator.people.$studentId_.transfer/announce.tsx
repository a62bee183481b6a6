import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { DateField } from "~/ui/text-fields";
import type { TransferView } from "./transfer-view";

interface AnnounceProps {
  view: TransferView;
  reply: FormReply | undefined;
}

/** Where the student goes, and from when. */
export function Announce({ view, reply }: AnnounceProps) {
  const { t } = useTranslation("transfers");
  const { schools, leftOn, today } = view;
  if (schools.length === 0)
    return (
      <Section title={t("say")}>
        <p>{t("noSchools")}</p>
      </Section>
    );
  return (
    <Section title={t("say")}>
      <Form reply={reply} scope="announce">
        <Select
          name="toSchoolId"
          required
          label={t("school")}
          hint={t("schoolHint")}
          choices={schools.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel={t("choose")}
        />
        {leftOn === null ? (
          <DateField name="lastDay" required label={t("lastDay")} defaultValue={today} />
        ) : (
          <input type="hidden" name="lastDay" value={leftOn} />
        )}
        <DateField name="firstDay" required label={t("firstDay")} />
        <Button look="primary" name="intent" value="announce" pendingText={t("pending")}>
          {t("announce")}
        </Button>
      </Form>
    </Section>
  );
}
