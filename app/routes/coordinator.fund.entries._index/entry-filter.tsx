import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ACCOUNTS } from "~/domain/fund/accounts";
import { PURPOSES } from "~/domain/fund/purposes";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { TextField } from "~/ui/text-fields";
import type { Wish } from "./wish";

/** Which entries to show: account, purpose, month. A form that reads, so its address can be kept. */
export function EntryFilter({ wish }: { wish: Wish }) {
  const { t } = useTranslation("fund");
  return (
    <Form method="get" aria-label={t("entries.filter")} className="grid items-end gap-4 sm:grid-cols-4">
      <Select
        name="account"
        label={t("entries.account")}
        required
        emptyLabel={t("entries.all")}
        defaultValue={wish.account ?? ""}
        choices={ACCOUNTS.map((account) => ({ value: account, label: t(`account.${account}`) }))}
      />
      <Select
        name="purpose"
        label={t("entries.purpose")}
        required
        emptyLabel={t("entries.all")}
        defaultValue={wish.purpose ?? ""}
        choices={PURPOSES.map((purpose) => ({ value: purpose, label: t(`purpose.${purpose}`) }))}
      />
      <TextField name="month" type="month" label={t("entries.month")} required defaultValue={wish.month ?? ""} />
      <Button>{t("entries.show")}</Button>
    </Form>
  );
}
