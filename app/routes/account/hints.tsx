import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Section } from "~/ui/page";

/** Turns the hints of first visits on and off. */
export function Hints({ off }: { off: boolean }) {
  const { t } = useTranslation("hints");
  return (
    <Section title={t("setting.title")} lead={t(off ? "setting.areOff" : "setting.areOn")}>
      <Form action="/account/hints" className="flex flex-wrap gap-3">
        <Button name="wants" value="again">
          {t(off ? "setting.on" : "setting.again")}
        </Button>
        {!off && (
          <Button name="wants" value="none">
            {t("noHints")}
          </Button>
        )}
      </Form>
    </Section>
  );
}
