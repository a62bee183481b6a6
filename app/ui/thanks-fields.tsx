import { useTranslation } from "react-i18next";
import type { Thanks, ThanksWish } from "~/domain/fund/thanks";
import { Checkbox, RadioGroup } from "./choice-fields";
import { TextArea } from "./text-fields";

interface ThanksFieldsProps {
  wish: ThanksWish;
  /** Without a name where the donor stays anonymous. */
  choices: readonly Thanks[];
}

/** Whether the school may thank a donor in public, and with which words. */
export function ThanksFields({ wish, choices }: ThanksFieldsProps) {
  const { t } = useTranslation("thanks");
  return (
    <>
      <RadioGroup
        name="thanks"
        label={t("wish.how")}
        required
        defaultValue={wish.thanks}
        choices={choices.map((value) => ({ value, label: t(`wish.${value}`) }))}
      />
      <TextArea
        name="thanksWords"
        label={t("wish.words")}
        hint={t("wish.wordsHint")}
        rows={2}
        maxLength={300}
        defaultValue={wish.words}
      />
      <Checkbox name="thanksAmount" label={t("wish.amount")} defaultChecked={wish.withAmount} />
    </>
  );
}
