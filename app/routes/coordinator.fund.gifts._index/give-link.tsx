import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";

interface GiveLinkProps {
  link: string | null;
  organisations: readonly { value: string; label: string }[];
  reply: FormReply | undefined;
}

/** Makes the link that donors are given, shown once and ready to be copied; or mails it to the contacts of an organisation. */
export function GiveLink({ link, organisations, reply }: GiveLinkProps) {
  const { t } = useTranslation("fund");
  return (
    <div className="space-y-8">
      <Form scope="link" className="space-y-4">
        <p>{t("gifts.linkLead")}</p>
        {link && (
          <p role="status">
            {t("gifts.newLink")}: <span className="font-semibold break-all">{link}</span>
          </p>
        )}
        <Button name="intent" value="link" pendingText={t("fund.saving")}>
          {t("gifts.makeLink")}
        </Button>
      </Form>
      {organisations.length > 0 && (
        <Form reply={reply} scope="invite">
          <Select
            name="organisationId"
            label={t("gifts.inviteWhom")}
            hint={t("gifts.inviteHint")}
            emptyLabel={t("gifts.chooseOrganisation")}
            choices={organisations}
            required
          />
          <Button name="intent" value="invite" pendingText={t("fund.saving")}>
            {t("gifts.invite")}
          </Button>
        </Form>
      )}
    </div>
  );
}
