import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";

/** Makes the link that donors are given; shown once, ready to be copied. */
export function GiveLink({ link }: { link: string | null }) {
  const { t } = useTranslation("fund");
  return (
    <Form scope="link" className="max-w-text space-y-4">
      {link && (
        <p role="status">
          {t("fund.newLink")}: <span className="font-semibold break-all">{link}</span>
        </p>
      )}
      <Button name="intent" value="link" pendingText={t("fund.deciding")}>
        {t("fund.makeLink")}
      </Button>
    </Form>
  );
}
