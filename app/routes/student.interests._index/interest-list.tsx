import { useTranslation } from "react-i18next";
import type { InterestProfile } from "~/domain/interest/finder/profile";
import { RIASEC_TYPES } from "~/domain/interest/riasec";
import { type StudentInterest, TASTES, type Taste, tasteOf } from "~/domain/interest/student-interest";
import { labelOf, listBasicInterests } from "~/domain/interest/taxonomy";
import { Button } from "~/ui/button";
import { Select } from "~/ui/choice-fields";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { fieldOf } from "./fields";

interface InterestListProps {
  interests: readonly StudentInterest[];
  profile: InterestProfile | null;
  reply: FormReply | undefined;
}

/** What the student likes and does not, to change and save. What the cards suggest is filled in where nothing was said. */
export function InterestList({ interests, profile, reply }: InterestListProps) {
  const { t } = useTranslation("interests");
  const tastes = suggestedTastes(interests, profile);
  const isSuggestion = tastes.size > interests.length;
  const spoken = listBasicInterests().filter(({ id }) => tastes.has(id));
  return (
    <Section title={t("edit.title")} lead={t("edit.lead")}>
      <Form reply={reply} draft="interests">
        {isSuggestion && <p role="status">{t("edit.asked")}</p>}
        <Tastes interestIds={spoken.map(({ id }) => id)} tastes={tastes} />
        <Disclosure summary={t("edit.more")} open={tastes.size === 0}>
          <MoreTastes tastes={tastes} />
        </Disclosure>
        <Button look="primary" name="intent" value="save" pendingText={t("edit.saving")}>
          {t("edit.save")}
        </Button>
      </Form>
    </Section>
  );
}

function suggestedTastes(
  interests: readonly StudentInterest[],
  profile: InterestProfile | null,
): ReadonlyMap<string, Taste> {
  return new Map<string, Taste>([
    ...(profile?.disliked ?? []).map((id): [string, Taste] => [id, "dislike"]),
    ...(profile?.liked ?? []).map(({ interestId, strength }): [string, Taste] => [
      interestId,
      tasteOf({ strength, liked: true }),
    ]),
    ...interests.map((interest): [string, Taste] => [interest.interestId, tasteOf(interest)]),
  ]);
}

/** All that nothing was said about, folded by type. */
function MoreTastes({ tastes }: { tastes: ReadonlyMap<string, Taste> }) {
  const { i18n } = useTranslation("interests");
  return RIASEC_TYPES.map((type) => (
    <fieldset key={type.id} className="space-y-3">
      <legend className="mb-2 font-serif text-title-3 font-semibold">{labelOf(type, i18n.language)}</legend>
      <Tastes
        interestIds={listBasicInterests()
          .filter(({ id, riasec }) => riasec[0] === type.id && !tastes.has(id))
          .map(({ id }) => id)}
        tastes={tastes}
      />
    </fieldset>
  ));
}

function Tastes({ interestIds, tastes }: { interestIds: readonly string[]; tastes: ReadonlyMap<string, Taste> }) {
  const { t, i18n } = useTranslation("interests");
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {interestIds.map((id) => (
        <Select
          key={id}
          name={fieldOf(id)}
          label={labelOf(id, i18n.language)}
          required
          defaultValue={tastes.get(id) ?? "none"}
          choices={TASTES.map((taste) => ({ value: taste, label: t(`edit.taste.${taste}`) }))}
        />
      ))}
    </div>
  );
}
