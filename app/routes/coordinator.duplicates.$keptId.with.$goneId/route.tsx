import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ORGANISATION_FIELDS, type OrganisationFacts, type OrganisationField } from "~/domain/merge/choices";
import { mergeOrganisations } from "~/features/merges/merge-organisations.server";
import { previewOrganisationMerge } from "~/features/merges/preview-organisation-merge.server";
import { compareLoader, MERGE_REFUSALS, mergeAction } from "~/http/merge-routes.server";
import { RadioGroup } from "~/ui/choice-fields";
import { MergePage } from "~/ui/merge-page";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "merges:preview.title" };

const choice = z.enum(["kept", "other"]).optional();
const MergeForm = z.object({
  seal: z.string().max(40),
  otherSeal: z.string().max(40),
  ...{ name: choice, sector: choice, about: choice, website: choice },
});

const PARAMS = ["keptId", "goneId"] as const;

export const loader = compareLoader(PARAMS, previewOrganisationMerge);

export const action = mergeAction({
  params: PARAMS,
  form: MergeForm,
  merge: (wiring, actor, { keptId, otherId, seal, otherSeal, ...choices }) =>
    mergeOrganisations(wiring, actor, { keptId, otherId, seal, otherSeal, choices }),
  refusals: MERGE_REFUSALS,
  at: "",
  toast: "merges:toast.merged",
});

export default function MergeOrganisations() {
  const { t } = useTranslation("merges");
  const { kept, other, contradictions, counts, accounts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const wordsOf = useWordsOf();
  const names = { kept: kept.name, other: other.name };
  return (
    <MergePage
      noun="organisation"
      title={t("preview.title")}
      lead={t("preview.lead", names)}
      {...{ kept, other, counts, reply }}
      fields={ORGANISATION_FIELDS.map((field) => ({
        ...{ key: field, name: t(`field.${field}`) },
        ...{ kept: wordsOf(kept, field), other: wordsOf(other, field) },
      }))}
      elsewhere={t("preview.elsewhere")}
      fault={null}
      reads={accounts > 0 && <Notice tone="wait">{t("preview.accounts", { count: accounts, ...names })}</Notice>}
      sure={t("preview.sure")}
      press={t("preview.do")}
      swapTo={`/coordinator/duplicates/${other.id}/with/${kept.id}`}
    >
      {contradictions.length > 0 && <h2>{t("preview.choices")}</h2>}
      {contradictions.map((field) => (
        <RadioGroup
          key={field}
          name={field}
          label={t(`field.${field}`)}
          required
          defaultValue="kept"
          choices={[
            { value: "kept", label: wordsOf(kept, field) },
            { value: "other", label: wordsOf(other, field) },
          ]}
        />
      ))}
    </MergePage>
  );
}

const SECTORS = ["nonprofit", "public", "business"] as const;

/** What a field of an organisation says, in words. */
function useWordsOf() {
  const { t } = useTranslation("merges");
  return (organisation: OrganisationFacts, field: OrganisationField): string => {
    const sector = SECTORS.find((each) => field === "sector" && each === organisation.sector);
    return sector ? t(`sector.${sector}`) : organisation[field];
  };
}
