import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Section } from "~/ui/page";

/** Whether students call hosts, and the press that changes it. */
export function CallingForm({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation("coach");
  return (
    <Section title={t("staff.calling.title")} lead={t(isOn ? "staff.calling.on" : "staff.calling.off")}>
      <Form>
        <Button name="calling" value={isOn ? "off" : "on"} pendingText={t("staff.calling.saving")}>
          {t(isOn ? "staff.calling.turnOff" : "staff.calling.turnOn")}
        </Button>
      </Form>
    </Section>
  );
}
