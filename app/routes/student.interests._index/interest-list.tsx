import { useTranslation } from "react-i18next";
import { RIASEC_TYPES } from "~/domain/interest/riasec";
import { type StudentInterest, type Taste, tasteOf } from "~/domain/interest/student-interest";
import { labelOf, listBasicInterests } from "~/domain/interest/taxonomy";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { Section } from "~/ui/page";
import { Suggestions } from "./suggestions";
import { TasteFields } from "./taste-fields";

interface InterestListProps {
  interests: readonly StudentInterest[];
  suggested: readonly StudentInterest[];
  /** Of the cards that suggest it. */
  version: number;
  reply: FormReply | undefined;
}

/** What the student likes and does not, to change and save, and beside it what the cards suggest and is not saved yet. */
export function InterestList({ interests, suggested, version, reply }: InterestListProps) {
  const { t } = useTranslation("interests");
  const tastes = new Map<string, Taste>(
    [...interests, ...suggested].map((interest) => [interest.interestId, tasteOf(interest)]),
  );
  return (
    <Section title={t("edit.title")} lead={t("edit.lead")}>
      {/* A draft belongs to what it was written beside. */}
      <Form key={version} reply={reply} draft={`interests-${version}`} className="space-y-6 print:hidden">
        <input type="hidden" name="seen" value={version} />
        {suggested.length > 0 && <Suggestions suggested={suggested} />}
        <TasteFields interestIds={inOrder(interests)} tastes={tastes} />
        <Disclosure summary={t("edit.more")} open={tastes.size === 0}>
          <MoreTastes tastes={tastes} />
        </Disclosure>
        <Button look="primary" name="intent" value="save" pendingText={t("edit.saving")}>
          {t("edit.save")}
        </Button>
      </Form>
      <PrintedList interests={interests} />
    </Section>
  );
}

const inOrder = (interests: readonly StudentInterest[]) =>
  listBasicInterests()
    .map(({ id }) => id)
    .filter((id) => interests.some(({ interestId }) => interestId === id));

/** All that nothing was said about, folded by type. */
function MoreTastes({ tastes }: { tastes: ReadonlyMap<string, Taste> }) {
  const { i18n } = useTranslation("interests");
  return RIASEC_TYPES.map((type) => (
    <fieldset key={type.id} className="space-y-3">
      <legend className="mb-2 font-serif text-title-3 font-semibold">{labelOf(type, i18n.language)}</legend>
      <TasteFields
        interestIds={listBasicInterests()
          .filter(({ id, riasec }) => riasec[0] === type.id && !tastes.has(id))
          .map(({ id }) => id)}
        tastes={tastes}
      />
    </fieldset>
  ));
}

/** On paper fields are of no use: the list in words. */
function PrintedList({ interests }: { interests: readonly StudentInterest[] }) {
  const { t, i18n } = useTranslation("interests");
  return (
    <ul className="hidden list-disc space-y-1 ps-5 print:block">
      {interests.map((interest) => (
        <li key={interest.interestId}>
          {t("edit.printed", {
            interest: labelOf(interest.interestId, i18n.language),
            taste: t(`edit.taste.${tasteOf(interest)}`),
          })}
        </li>
      ))}
    </ul>
  );
}
