import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Section } from "~/ui/page";

/** Whether a request waits for the student's advisor first, and the press that changes it. */
export function EndorsingForm({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation("pursuits");
  return (
    <Section title={t("desk.endorsing.title")} lead={t(isOn ? "desk.endorsing.on" : "desk.endorsing.off")}>
      <Form>
        <Button name="endorsing" value={isOn ? "off" : "on"} pendingText={t("desk.endorsing.saving")}>
          {t(isOn ? "desk.endorsing.turnOff" : "desk.endorsing.turnOn")}
        </Button>
      </Form>
    </Section>
  );
}
