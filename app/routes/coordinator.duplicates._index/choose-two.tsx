import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";

/** Two that nothing finds alike, chosen by somebody who knows better. */
export function ChooseTwo({ organisations }: { organisations: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation("merges");
  const choices = organisations.map(({ id: value, name: label }) => ({ value, label }));
  return (
    <Form method="get" action="/coordinator/duplicates" className="space-y-4">
      <h2>{t("choose.title")}</h2>
      <Select name="kept" label={t("choose.kept")} required choices={choices} emptyLabel={t("choose.empty")} />
      <Select name="other" label={t("choose.other")} required choices={choices} emptyLabel={t("choose.empty")} />
      <Button>{t("choose.look")}</Button>
    </Form>
  );
}
