import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import type { TransferView } from "./transfer-view";

interface StandingProps {
  transfer: NonNullable<TransferView["transfer"]>;
  name: string;
  reply: FormReply | undefined;
}

const TONES = { received: "go", refused: "stop", lapsed: "wait" } as const;

/** What became of the newest announcement; one that was taken back is as if it had not been. */
export function Standing({ transfer, name, reply }: StandingProps) {
  const { t, i18n } = useTranslation("transfers");
  const { id, answer, toSchool: school, refusal: why } = transfer;
  if (answer === "taken_back") return null;
  const inWords = (date: string) => formatDay(date, i18n.language, { withYear: true });
  const day = inWords(transfer.firstDay);
  const lastDay = inWords(transfer.lastDay);
  if (answer !== null)
    return <Notice tone={TONES[answer]}>{t(`standing.${answer}`, { school, name, day, lastDay, why })}</Notice>;
  return (
    <Notice
      tone="wait"
      actions={
        <Form reply={reply} scope={id}>
          <input type="hidden" name="transferId" value={id} />
          <Button name="intent" value="take_back" pendingText={t("pending")}>
            {t("standing.takeBack")}
          </Button>
        </Form>
      }
    >
      {t("standing.waits", { school, name, day, lastDay })}
    </Notice>
  );
}
