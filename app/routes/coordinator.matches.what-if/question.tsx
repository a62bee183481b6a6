import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { WhatIfPage } from "~/features/matching/ask-what-if.server";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { NumberField } from "~/ui/text-fields";
import { CHANGE_KINDS } from "./change-kinds";

export interface QuestionProps {
  fields: Readonly<Record<string, string>>;
  students: WhatIfPage["students"];
  listings: WhatIfPage["listings"];
}

/** One change to try. It is sent by GET, so that the address holds the question. */
export function Question({ fields, students, listings }: QuestionProps) {
  const { t } = useTranslation("plans");
  const isAsking = useNavigation().state === "loading";
  return (
    <Form method="get" className="space-y-6">
      <Select
        name="kind"
        required
        label={t("whatIf.kind")}
        defaultValue={fields.kind || "lock"}
        choices={CHANGE_KINDS.map((value) => ({ value, label: t(`whatIf.kinds.${value}`) }))}
      />
      <Select
        name="studentId"
        label={t("whatIf.student")}
        hint={t("whatIf.studentHint")}
        defaultValue={fields.studentId}
        emptyLabel={t("whatIf.noStudent")}
        choices={students.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="listingId"
        label={t("whatIf.listing")}
        hint={t("whatIf.listingHint")}
        defaultValue={fields.listingId}
        emptyLabel={t("whatIf.noListing")}
        choices={listings.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <NumberField
        name="added"
        label={t("whatIf.added")}
        hint={t("whatIf.addedHint")}
        defaultValue={fields.added || "1"}
      />
      <NumberField
        name="minutes"
        label={t("whatIf.minutes")}
        hint={t("whatIf.minutesHint")}
        defaultValue={fields.minutes || "10"}
      />
      <Button look="primary">{t(isAsking ? "whatIf.asking" : "whatIf.ask")}</Button>
    </Form>
  );
}
