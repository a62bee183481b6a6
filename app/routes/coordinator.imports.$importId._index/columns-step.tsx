import { useTranslation } from "react-i18next";
import { NEEDED_TARGETS, type Target } from "~/domain/imports/target";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { PutAside } from "./put-aside";
import type { ColumnsView } from "./view.server";

const GROUPS = {
  needed: NEEDED_TARGETS,
  about: ["description", "skills", "aliases", "seats", "kind", "category"],
  where: ["address", "street", "city", "region", "postcode", "latitude", "longitude"],
  when: ["startsOn", "endsOn", "schedule"],
  who: ["contactName", "contactMail", "url", "externalId"],
} as const satisfies Record<string, readonly Target[]>;

const HINTED = [
  "skills",
  "aliases",
  "category",
  "address",
  "startsOn",
  "schedule",
  "contactMail",
  "externalId",
] as const;
const KINDS = [
  "internship",
  "service_learning",
  "shadow_day",
  "informational_interview",
  "exhibition_panel",
  "classroom_expert",
] as const;

/** One native select per thing we can keep; each column is shown with what stands in it. */
export function ColumnsStep({ view, reply }: { view: ColumnsView; reply: FormReply | undefined }) {
  const { t } = useTranslation("imports");
  const { headers, samples, mapping, mappedBy } = view;
  const choices = headers.map((header, column) => ({
    value: String(column),
    label: [header || t("columns.unnamed", { number: column + 1 }), (samples[column] ?? []).join(" | ")]
      .filter(Boolean)
      .join(": "),
  }));
  return (
    <Section title={t("columns.title")} lead={t(`columns.lead.${mappedBy}`)}>
      <Form reply={reply}>
        <input type="hidden" name="intent" value="columns" />
        {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
          <fieldset key={group} className="space-y-4 border-t border-line pt-4">
            <legend className="pe-3 font-serif text-title-3 font-semibold">{t(`columns.${group}`)}</legend>
            {GROUPS[group].map((target) => (
              <Select
                key={target}
                name={target}
                label={t(`target.${target}`)}
                hint={isHinted(target) ? t(`hint.${target}`) : undefined}
                required={group === "needed"}
                choices={choices}
                emptyLabel={t("columns.none")}
                defaultValue={mapping.columns[target] === undefined ? "" : String(mapping.columns[target])}
              />
            ))}
          </fieldset>
        ))}
        <Select
          name="defaultKind"
          label={t("columns.kind")}
          required
          choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue={mapping.defaultKind}
        />
        <p className="text-ink-soft">{t("columns.remembered")}</p>
        <Button look="primary" pendingText={t("columns.pending")}>
          {t("columns.next")}
        </Button>
      </Form>
      <PutAside />
    </Section>
  );
}

function isHinted(target: Target): target is (typeof HINTED)[number] {
  return (HINTED as readonly Target[]).includes(target);
}
