import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";

export interface ThanksView {
  thanks: string;
  words: string;
  withAmount: boolean;
  isShown: boolean;
}

/** How a donor wishes to be thanked in public, and the button that shows it, or takes it off the page. */
export function ThanksWished({ giftId, wish, isPaid }: { giftId: string; wish: ThanksView; isPaid: boolean }) {
  const { t } = useTranslation("thanks");
  const { thanks, words, withAmount, isShown } = wish;
  if (thanks === "none") return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p>
        {[
          t(thanks === "named" ? "staff.named" : "staff.unnamed"),
          withAmount && t("staff.withAmount"),
          words && t("staff.words", { words }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {isPaid && (
        <Form className="contents" scope={`thanks-${giftId}`}>
          <input type="hidden" name="giftId" value={giftId} />
          <Button
            look={isShown ? "danger" : "quiet"}
            name="intent"
            value={isShown ? "hide-thanks" : "show-thanks"}
            pendingText={t("gift.saving")}
          >
            {t(isShown ? "staff.hide" : "staff.show")}
          </Button>
        </Form>
      )}
    </div>
  );
}
