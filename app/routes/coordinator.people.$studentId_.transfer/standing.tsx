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

const TONES = {
  waits: "wait",
  waits_gone: "wait",
  received: "go",
  gone: "go",
  held_up: "stop",
  refused: "stop",
  lapsed: "wait",
} as const;

/** What became of the newest announcement; one that was taken back is as if it had not been. */
export function Standing({ transfer, name, reply }: StandingProps) {
  const { t, i18n } = useTranslation("transfers");
  const { id, stage, isAnswered, toSchool: school, refusal: why } = transfer;
  if (stage === "taken_back") return null;
  const inWords = (date: string) => formatDay(date, i18n.language, { withYear: true });
  const day = inWords(transfer.firstDay);
  const lastDay = inWords(transfer.lastDay);
  const said = t(`standing.${stage}`, { school, name, day, lastDay, why });
  if (isAnswered) return <Notice tone={TONES[stage]}>{said}</Notice>;
  return (
    <Notice
      tone={TONES[stage]}
      actions={
        <Form reply={reply} scope={id}>
          <input type="hidden" name="transferId" value={id} />
          <Button name="intent" value="take_back" pendingText={t("pending")}>
            {t("standing.takeBack")}
          </Button>
        </Form>
      }
    >
      {said}
    </Notice>
  );
}
