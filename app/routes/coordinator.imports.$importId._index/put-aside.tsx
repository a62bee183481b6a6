import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";

/** Ends an import without bringing in (more) rows. */
export function PutAside({ textKey = "putAside" }: { textKey?: "putAside" | "stop" }) {
  const { t } = useTranslation("imports");
  return (
    <Form className="mt-6">
      <Button name="intent" value="cancel">
        {t(textKey)}
      </Button>
    </Form>
  );
}
