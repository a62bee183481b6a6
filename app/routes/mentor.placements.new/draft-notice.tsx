import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** Says that the form goes on where it was left, and offers to start over. */
export function DraftNotice({ form }: { form: string }) {
  const { t } = useTranslation("placements");
  return (
    <Notice
      actions={
        // A full load, so that the fields start from what the server knows.
        <Form method="post" action="/mentor/placements/draft" reloadDocument>
          <input type="hidden" name="form" value={form} />
          <Button name="intent" value="drop">
            {t("draft.drop")}
          </Button>
        </Form>
      }
    >
      {t("draft.found")}
    </Notice>
  );
}
