import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";

/** Deletes who gave, after saying what that means: it cannot be undone. */
export function ForgetDonor() {
  const { t } = useTranslation("fund");
  return (
    <Disclosure summary={t("gifts.forget")}>
      <Form scope="forget">
        <p>{t("gifts.forgetLead")}</p>
        <Button look="danger" name="intent" value="forget" pendingText={t("fund.saving")}>
          {t("gifts.forgetNow")}
        </Button>
      </Form>
    </Disclosure>
  );
}
