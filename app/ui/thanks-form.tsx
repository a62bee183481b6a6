import { useTranslation } from "react-i18next";
import type { ThanksWish } from "~/domain/fund/thanks";
import { THANKS } from "~/domain/fund/thanks";
import { Button } from "./button";
import { Disclosure } from "./disclosure";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { TextLink } from "./text-link";
import { ThanksFields } from "./thanks-fields";

interface ThanksFormProps {
  gift: { schoolId: string; thanks: ThanksWish; isAnonymous: boolean; isThanked: boolean };
  reply: FormReply | undefined;
}

/** How the donor wishes to be thanked, to be changed at any time; what is shown goes at once. */
export function ThanksForm({ gift: { schoolId, thanks, isAnonymous, isThanked }, reply }: ThanksFormProps) {
  const { t } = useTranslation("thanks");
  const isWished = thanks.thanks !== "none";
  return (
    <div className="space-y-3">
      {isWished && (
        <p>
          {t(isThanked ? "gift.shown" : "gift.waits")}{" "}
          {isThanked && <TextLink to={`/thanks/${schoolId}`}>{t("gift.page")}</TextLink>}
        </p>
      )}
      <Disclosure summary={t(isWished ? "gift.change" : "gift.ask")} open={reply !== undefined}>
        <Form reply={reply} scope="thanks">
          <ThanksFields wish={thanks} choices={THANKS.filter((each) => each !== "named" || !isAnonymous)} />
          <Button name="intent" value="thanks" pendingText={t("gift.saving")}>
            {t("gift.save")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
