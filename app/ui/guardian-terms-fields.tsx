import { useTranslation } from "react-i18next";
import { LEGAL_BASES, LINK_RIGHTS, type LinkTerms } from "~/domain/people/link-rights";
import { CheckboxGroup, Select } from "./choice-fields";
import { NumberField, TextField } from "./text-fields";

/** What an adult is to a student and may do: relationship, legal basis, rights, call order, and the document that takes a right. */
export function GuardianTermsFields({ terms }: { terms: LinkTerms }) {
  const { t } = useTranslation("people");
  const { relationship, legalBasis, rights, callOrder } = terms;
  return (
    <>
      <TextField
        name="relationship"
        required
        label={t("person.links.relationship")}
        hint={t("person.links.relationshipHint")}
        maxLength={80}
        autoComplete="off"
        defaultValue={relationship}
      />
      <Select
        name="legalBasis"
        required
        label={t("person.links.basis")}
        defaultValue={legalBasis}
        choices={LEGAL_BASES.map((value) => ({ value, label: t(`person.links.bases.${value}`) }))}
      />
      <CheckboxGroup
        name="right"
        label={t("person.links.rights")}
        defaultValue={LINK_RIGHTS.filter((right) => rights[right])}
        choices={LINK_RIGHTS.map((value) => ({ value, label: t(`person.links.right.${value}`) }))}
      />
      <TextField
        name="document"
        label={t("person.links.document")}
        hint={t("person.links.documentHint")}
        maxLength={300}
        autoComplete="off"
      />
      <NumberField
        name="callOrder"
        required
        label={t("person.links.order")}
        hint={t("person.links.orderHint")}
        defaultValue={callOrder}
      />
    </>
  );
}
