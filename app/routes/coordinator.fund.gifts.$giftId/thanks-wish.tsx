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
export function ThanksWished({
  wish: { thanks, words, withAmount, isShown },
  isPaid,
}: {
  wish: ThanksView;
  isPaid: boolean;
}) {
  const { t } = useTranslation("thanks");
  return (
    <div className="space-y-3">
      <p>
        {[t(thanks === "named" ? "staff.named" : "staff.unnamed"), withAmount && t("staff.withAmount")]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {words && <blockquote className="border-s-4 border-line ps-4">{words}</blockquote>}
      {isPaid && (
        <Form scope="thanks">
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
