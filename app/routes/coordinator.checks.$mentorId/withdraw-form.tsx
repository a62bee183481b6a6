import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { useCheckType } from "~/ui/use-check-type";

interface WithdrawFormProps {
  entry: { id: string; type: string; checkedOn: string };
  /** Under whom the entry stands. */
  name: string;
  /** Where the entry is left as it is. */
  cancelTo: string;
  reply: FormReply | undefined;
}

/** The second press of taking back an entry: it names the entry and says what follows. */
export function WithdrawForm({ entry, name, cancelTo, reply }: WithdrawFormProps) {
  const { t, i18n } = useTranslation("clearances");
  const typeName = useCheckType();
  const day = formatDay(entry.checkedOn, i18n.language, { withYear: true });
  return (
    <Form reply={reply}>
      <input type="hidden" name="clearanceId" value={entry.id} />
      <p className="font-semibold">{t("withdraw.entry", { type: typeName(entry.type), day })}</p>
      <Notice tone="wait">{t("withdraw.means", { name })}</Notice>
      <div className="flex flex-wrap gap-3">
        <Button look="danger" name="intent" value="withdraw" pendingText={t("withdraw.saving")}>
          {t("withdraw.save")}
        </Button>
        <LinkButton to={cancelTo}>{t("withdraw.cancel")}</LinkButton>
      </div>
    </Form>
  );
}
