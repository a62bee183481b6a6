import { useTranslation } from "react-i18next";
import { MOST_RECEIPTS } from "~/domain/fund/most-receipts";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { HeardName } from "~/ui/heard-name";
import { PictureField } from "~/ui/picture-field";
import type { Need } from "./view.server";

interface ReceiptsProps {
  need: Need;
  /** What the row is called: amount and student. */
  title: string;
  reply: FormReply | undefined;
}

/** The pictures of a payment's receipts, each to be looked at or taken away, and room for another one. */
export function Receipts({ need: { id, student, receipts }, title, reply }: ReceiptsProps) {
  const { t } = useTranslation("fund");
  const isFull = receipts.length >= MOST_RECEIPTS;
  return (
    <>
      {receipts.map((receiptId, place) => (
        <Form key={receiptId} className="flex flex-wrap items-center gap-4" scope={receiptId}>
          <input type="hidden" name="receiptId" value={receiptId} />
          <a
            href={`/coordinator/fund/receipts/${receiptId}`}
            className="text-accent underline underline-offset-4"
            target="_blank"
            rel="noreferrer"
          >
            {t("needs.seeReceipt", { number: place + 1 })}
            <HeardName>{title}</HeardName>
          </a>
          <Button look="danger" name="intent" value="remove-receipt" pendingText={t("fund.saving")}>
            <span>
              {t("needs.removeReceipt")}
              <HeardName>{`${t("needs.seeReceipt", { number: place + 1 })} · ${title}`}</HeardName>
            </span>
          </Button>
        </Form>
      ))}
      {student !== null && !isFull && (
        <Disclosure
          summary={
            <span>
              {t("needs.addReceipt")}
              <HeardName>{title}</HeardName>
            </span>
          }
          open={reply !== undefined}
        >
          <Form reply={reply} scope={`receipt-${id}`} encType="multipart/form-data">
            <input type="hidden" name="allocationId" value={id} />
            <PictureField name="receipt" label={t("needs.picture")} hint={t("needs.pictureHint")} required />
            <Button name="intent" value="add-receipt" pendingText={t("fund.saving")}>
              <span>
                {t("needs.saveReceipt")}
                <HeardName>{title}</HeardName>
              </span>
            </Button>
          </Form>
        </Disclosure>
      )}
    </>
  );
}
