import { useTranslation } from "react-i18next";
import type { AnyTarget } from "~/domain/imports/columns-of-kind";
import type { ContactTarget } from "~/domain/imports/contact-target";
import type { GuardianTarget } from "~/domain/imports/guardian-target";
import type { ImportKind } from "~/domain/imports/kind";
import type { StudentTarget } from "~/domain/imports/student-target";
import { NEEDED_TARGETS, type Target } from "~/domain/imports/target";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { PutAside } from "./put-aside";
import type { ColumnsView } from "./view.server";

const OF_PLACEMENTS = {
  needed: NEEDED_TARGETS,
  about: ["description", "skills", "aliases", "seats", "kind", "category"],
  where: ["address", "street", "city", "region", "postcode", "latitude", "longitude"],
  when: ["startsOn", "endsOn", "schedule"],
  who: ["contactName", "contactMail", "url", "externalId"],
} as const satisfies Record<string, readonly Target[]>;

const OF_STUDENTS = {
  who: ["number", "givenName", "familyName", "fullName", "nameUsed", "bornOn"],
  school: ["grade", "advisory"],
  reach: ["language", "languages", "mail", "phone", "area"],
} as const satisfies Record<string, readonly StudentTarget[]>;

const OF_CONTACTS = {
  who: ["fullName", "givenName", "familyName", "organisation", "jobTitle"],
  reach: ["workMail", "workPhone", "language", "workClock"],
  more: ["tags", "foundAt", "contactNote"],
} as const satisfies Record<string, readonly ContactTarget[]>;

const OF_GUARDIANS = {
  who: ["studentNumber", "givenName", "familyName", "fullName"],
  rights: ["relationship", "legalBasis", "mayConsent", "maySeeRecords", "mayKnowWhereabouts", "callOrder"],
  reach: ["language", "guardianMail", "guardianPhone"],
} as const satisfies Record<string, readonly GuardianTarget[]>;

const HINTED = [
  ...(["skills", "aliases", "category", "address", "startsOn", "schedule", "contactMail", "externalId"] as const),
  ...(["number", "bornOn", "nameUsed", "advisory", "mail"] as const),
  ...(["jobTitle", "workMail", "workClock", "tags", "foundAt", "contactNote"] as const),
  ...(["studentNumber", "relationship", "legalBasis", "mayConsent", "guardianMail"] as const),
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
  const { mapping, mappedBy } = view;
  return (
    <Section title={t("columns.title")} lead={t(`columns.lead.${mappedBy}`)}>
      <Form reply={reply}>
        <input type="hidden" name="intent" value="columns" />
        {view.kind === "placements" &&
          keysOf(OF_PLACEMENTS).map((group) => (
            <Group key={group} view={view} name={t(`columns.${group}`)} targets={OF_PLACEMENTS[group]} />
          ))}
        {view.kind === "students" &&
          keysOf(OF_STUDENTS).map((group) => (
            <Group key={group} view={view} name={t(`students.group.${group}`)} targets={OF_STUDENTS[group]} />
          ))}
        {view.kind === "contacts" &&
          keysOf(OF_CONTACTS).map((group) => (
            <Group key={group} view={view} name={t(`contacts.group.${group}`)} targets={OF_CONTACTS[group]} />
          ))}
        {view.kind === "guardians" &&
          keysOf(OF_GUARDIANS).map((group) => (
            <Group key={group} view={view} name={t(`guardians.group.${group}`)} targets={OF_GUARDIANS[group]} />
          ))}
        {view.kind === "placements" && (
          <Select
            name="defaultKind"
            label={t("columns.kind")}
            required
            choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            defaultValue={mapping.defaultKind ?? "internship"}
          />
        )}
        <p className="text-ink-soft">{t("columns.remembered")}</p>
        <Button look="primary" pendingText={t("columns.pending")}>
          {t("columns.next")}
        </Button>
      </Form>
      <PutAside />
    </Section>
  );
}

const keysOf = <Key extends string>(groups: Record<Key, unknown>) => Object.keys(groups) as Key[];

const REQUIRED: Record<ImportKind, ReadonlySet<AnyTarget>> = {
  placements: new Set(NEEDED_TARGETS),
  students: new Set(["grade"]),
  guardians: new Set(["studentNumber"]),
  contacts: new Set(),
};

function Group({ view, name, targets }: { view: ColumnsView; name: string; targets: readonly AnyTarget[] }) {
  const { t } = useTranslation("imports");
  const { headers, samples, mapping } = view;
  const choices = headers.map((header, column) => ({
    value: String(column),
    label: [header || t("columns.unnamed", { number: column + 1 }), (samples[column] ?? []).join(" | ")]
      .filter(Boolean)
      .join(": "),
  }));
  return (
    <fieldset className="space-y-4 border-t border-line pt-4">
      <legend className="pe-3 font-serif text-title-3 font-semibold">{name}</legend>
      {targets.map((target) => (
        <Select
          key={target}
          name={target}
          label={t(`target.${target}`)}
          hint={isHinted(target) ? t(`hint.${target}`) : undefined}
          required={REQUIRED[view.kind].has(target)}
          choices={choices}
          emptyLabel={t("columns.none")}
          defaultValue={mapping.columns[target] === undefined ? "" : String(mapping.columns[target])}
        />
      ))}
    </fieldset>
  );
}

function isHinted(target: AnyTarget): target is (typeof HINTED)[number] {
  return (HINTED as readonly AnyTarget[]).includes(target);
}
