import { useTranslation } from "react-i18next";
import type { ApartNoun } from "~/domain/merge/apart";
import { Button } from "./button";
import { Form } from "./form";

interface SayApartButtonProps {
  noun: ApartNoun;
  oneId: string;
  otherId: string;
}

/** Says of two that were looked at side by side that they are not the same. */
export function SayApartButton({ noun, oneId, otherId }: SayApartButtonProps) {
  const { t } = useTranslation("merges");
  return (
    <Form action="/coordinator/duplicates?index" scope="apart">
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="oneId" value={oneId} />
      <input type="hidden" name="otherId" value={otherId} />
      <Button name="intent" value="say_apart" pendingText={t("apart.saving")}>
        {t("apart.do")}
      </Button>
    </Form>
  );
}
