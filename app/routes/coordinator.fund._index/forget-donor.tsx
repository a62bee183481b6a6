import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";

/** Deletes who gave, after saying what that means: it cannot be undone. */
export function ForgetDonor({ giftId }: { giftId: string }) {
  const { t } = useTranslation("fund");
  return (
    <Disclosure summary={t("fund.forget")}>
      <Form scope={`forget-${giftId}`}>
        <input type="hidden" name="giftId" value={giftId} />
        <p>{t("fund.forgetLead")}</p>
        <Button look="danger" name="intent" value="forget" pendingText={t("fund.deciding")}>
          {t("fund.forgetNow")}
        </Button>
      </Form>
    </Disclosure>
  );
}
