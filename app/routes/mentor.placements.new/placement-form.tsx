import { useTranslation } from "react-i18next";
import { LENGTH_UNITS, MOST_INTERESTS, PLACEMENT_KINDS, POSTED_GRADES } from "~/domain/placement/post";
import { LONGEST_LINE, MOST_LINES } from "~/domain/placement/short-lines";
import { Button } from "~/ui/button";
import { CheckboxGroup, RadioGroup, Select } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { InterestsField } from "~/ui/interests-field";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { DateField, NumberField, TextArea, TextField } from "~/ui/text-fields";
import { DaysField } from "./days-field";
import { DraftKeeper } from "./draft-keeper";
import type { FormChoices } from "./form-view.server";
import { SiteField } from "./site-field";

interface PlacementFormProps {
  reply: FormReply & { suggested?: string[] | undefined };
  choices: FormChoices;
  /** Schools that can still be offered it. */
  schools: FormChoices["schools"];
  /** Name under which the server and this tab keep what was typed. */
  draft: string;
  /** Where the server keeps it, other than with a mentor's account. */
  keptAt?: string;
  /** Of a placement that exists; without it the form posts a new one. */
  editing?: { revision: number };
  /** None while nobody may post one yet. */
  placementId?: string;
}

/** All that a host says about a placement. */
export function PlacementForm({ reply, choices, schools, draft, keptAt, editing, placementId }: PlacementFormProps) {
  const { t } = useTranslation("placements");
  return (
    <DraftKeeper form={editing ? `placement:${placementId}` : draft} at={keptAt}>
      <Form reply={reply} draft={draft} className="space-y-12">
        {placementId && <input type="hidden" name="placementId" value={placementId} />}
        {editing && <input type="hidden" name="revision" value={editing.revision} />}
        <What reply={reply} choices={choices} />
        <When />
        <Section title={t("part.where")}>
          <SiteField choices={choices} />
        </Section>
        <Who choices={choices} />
        {schools.length > 0 && (
          <Section title={t("part.schools")}>
            <CheckboxGroup
              name="schoolIds"
              label={editing ? t("field.moreSchools") : t("field.schools")}
              hint={t("field.schoolsHint")}
              required={!editing}
              choices={schools}
            />
          </Section>
        )}
        <Button look="primary" name="intent" value="post" pendingText={t("form.sending")}>
          {editing ? t("form.save") : t("form.post")}
        </Button>
      </Form>
    </DraftKeeper>
  );
}

function What({ reply, choices }: { reply: PlacementFormProps["reply"]; choices: FormChoices }) {
  const { t } = useTranslation("placements");
  const { t: pursuits } = useTranslation("pursuits");
  return (
    <Section title={t("part.what")}>
      <div className="space-y-6">
        <RadioGroup
          name="kind"
          label={t("field.kind")}
          required
          choices={PLACEMENT_KINDS.map((kind) => ({
            value: kind,
            label: pursuits(`kind.${kind}`),
            hint: t(`kindHint.${kind}`),
          }))}
        />
        <TextField
          name="title"
          label={t("field.title")}
          hint={t("field.titleHint")}
          required
          maxLength={200}
          autoComplete="off"
        />
        <TextArea
          name="aliases"
          label={t("field.aliases")}
          hint={t("field.aliasesHint", { most: MOST_LINES, longest: LONGEST_LINE })}
          rows={2}
        />
        <TextArea
          name="studentWillDo"
          label={t("field.studentWillDo")}
          hint={t("field.studentWillDoHint")}
          required
          rows={6}
        />
        <TextArea
          name="skills"
          label={t("field.skills")}
          hint={t("field.skillsHint", { most: MOST_LINES, longest: LONGEST_LINE })}
          rows={4}
        />
        <TextArea name="hostGains" label={t("field.hostGains")} hint={t("field.hostGainsHint")} rows={3} />
        <TextArea name="requirements" label={t("field.requirements")} hint={t("field.requirementsHint")} rows={2} />
        <Button name="intent" value="suggest" pendingText={t("suggest.pending")}>
          {t("suggest.button")}
        </Button>
        {reply.suggested && (
          <Notice tone={reply.suggested.length > 0 ? "go" : "info"}>
            {reply.suggested.length > 0
              ? t("suggest.found", { interests: reply.suggested.join(", ") })
              : t("suggest.none")}
          </Notice>
        )}
        {/* A new suggestion ticks boxes that are on the page already. */}
        <InterestsField
          key={reply.suggested?.join()}
          groups={choices.interests}
          label={t("field.interests")}
          hint={t("field.interestsHint", { most: MOST_INTERESTS })}
          most={MOST_INTERESTS}
          required
        />
      </div>
    </Section>
  );
}

function When() {
  const { t } = useTranslation("placements");
  return (
    <Section title={t("part.when")}>
      <div className="space-y-6">
        <NumberField name="seats" label={t("field.seats")} hint={t("field.seatsHint")} required inputMode="numeric" />
        <DaysField />
        <div className="grid gap-x-4 gap-y-6 sm:grid-cols-2">
          <NumberField name="lengthCount" label={t("field.lengthCount")} required inputMode="numeric" />
          <Select
            name="lengthUnit"
            label={t("field.lengthUnit")}
            required
            choices={LENGTH_UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
          />
          <DateField name="startsOn" label={t("field.startsOn")} />
          <DateField name="endsOn" label={t("field.endsOn")} />
        </div>
      </div>
    </Section>
  );
}

function Who({ choices }: { choices: FormChoices }) {
  const { t } = useTranslation("placements");
  const grades = POSTED_GRADES.map((grade) => ({ value: String(grade), label: String(grade) }));
  return (
    <Section title={t("part.who")}>
      <div className="space-y-6">
        <div className="grid gap-x-4 gap-y-6 sm:grid-cols-3">
          <Select name="minimumGrade" label={t("field.minimumGrade")} required choices={grades} />
          <Select name="maximumGrade" label={t("field.maximumGrade")} required choices={grades} />
          <NumberField name="minimumAge" label={t("field.minimumAge")} inputMode="numeric" />
        </div>
        <CheckboxGroup
          name="languages"
          label={t("field.languages")}
          hint={t("field.languagesHint")}
          required
          choices={choices.languages}
        />
        {choices.mentors.length > 0 && (
          <Select
            name="leadMentorId"
            label={t("field.leadMentor")}
            hint={t("field.leadMentorHint")}
            required
            choices={choices.mentors}
          />
        )}
        {choices.mentors.length > 1 && (
          <CheckboxGroup
            name="backupIds"
            label={t("field.backups")}
            hint={t("field.backupsHint")}
            choices={choices.mentors}
          />
        )}
      </div>
    </Section>
  );
}
