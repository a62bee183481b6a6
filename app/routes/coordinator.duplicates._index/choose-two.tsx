import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { FieldScope } from "~/ui/form-reply";

interface ChooseTwoProps {
  of: "organisations" | "mentors";
  /** Left out where a heading above says it. */
  title?: string;
  choices: { value: string; label: string }[];
}

/** Two that nothing finds alike, chosen by somebody who knows better. */
export function ChooseTwo({ of, title, choices }: ChooseTwoProps) {
  const { t } = useTranslation("merges");
  return (
    <Form method="get" action="/coordinator/duplicates" className="space-y-4">
      {title && <h3>{title}</h3>}
      <input type="hidden" name="of" value={of} />
      <FieldScope.Provider value={of}>
        <Select name="kept" label={t("choose.kept")} required choices={choices} emptyLabel={t("choose.empty")} />
        <Select name="other" label={t("choose.other")} required choices={choices} emptyLabel={t("choose.empty")} />
      </FieldScope.Provider>
      <Button>{t("choose.look")}</Button>
    </Form>
  );
}
