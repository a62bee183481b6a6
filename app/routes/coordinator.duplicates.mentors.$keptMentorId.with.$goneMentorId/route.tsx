import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { MENTOR_FAULTS } from "~/domain/merge/mentors";
import { mergeMentors } from "~/features/merges/merge-mentors.server";
import { previewMentorMerge } from "~/features/merges/preview-mentor-merge.server";
import { compareLoader, conflicts, MERGE_REFUSALS, mergeAction } from "~/http/merge-routes.server";
import { RadioGroup } from "~/ui/choice-fields";
import { formatNames } from "~/ui/format";
import { MergePage } from "~/ui/merge-page";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "merges:mentor.title" };

const MergeForm = z.object({
  seal: z.string().max(40),
  otherSeal: z.string().max(40),
  name: z.enum(["kept", "other"]),
});

const PARAMS = ["keptMentorId", "goneMentorId"] as const;

export const loader = compareLoader(PARAMS, previewMentorMerge);

export const action = mergeAction({
  params: PARAMS,
  form: MergeForm,
  merge: mergeMentors,
  refusals: { ...MERGE_REFUSALS, ...conflicts(MENTOR_FAULTS, (fault) => `merges:mentor.fault.${fault}`) },
  at: "mentors/",
  toast: "merges:toast.mergedPeople",
});

const FIELDS = ["fullName", "nameUsed", "organisations", "mails", "phones"] as const;

/** Two mentors who may be one. */
export default function MergeMentors() {
  const { t, i18n } = useTranslation("merges");
  const { kept, other, counts, onTheirWay, newOrganisations, fault } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { kept: kept.fullName, other: other.fullName };
  const mail = kept.mails[0] ?? other.mails[0] ?? t("mentor.noMail");
  const words = (value: string | string[]) => (typeof value === "string" ? value : formatNames(value, i18n.language));
  return (
    <MergePage
      noun="mentor"
      title={t("mentor.title")}
      lead={t("mentor.lead", names)}
      {...{ kept, other, counts, reply }}
      fields={FIELDS.map((field) => ({
        ...{ key: field, name: t(`mentor.field.${field}`) },
        ...{ kept: words(kept[field]), other: words(other[field]) },
      }))}
      elsewhere={t("mentor.elsewhere")}
      fault={fault && { text: t(`mentor.fault.${fault}`), mayBeSwapped: fault === "wrong_way_round" }}
      reads={
        <Notice tone="wait" title={t("mentor.reads")}>
          <ul className="list-disc space-y-1 ps-6">
            {counts.leads > 0 && <li>{t("mentor.readsLead", { ...names, mail })}</li>}
            {onTheirWay > 0 && <li>{t("mentor.readsWay", { ...names, count: onTheirWay })}</li>}
            {newOrganisations.length > 0 && (
              <li>{t("mentor.readsPeople", { ...names, places: formatNames(newOrganisations, i18n.language) })}</li>
            )}
            <li>{t("mentor.readsChecks", names)}</li>
          </ul>
        </Notice>
      }
      sure={t("mentor.sure")}
      press={t("mentor.do")}
      swapTo={`/coordinator/duplicates/mentors/${other.id}/with/${kept.id}`}
    >
      <RadioGroup
        name="name"
        label={t("mentor.whichName")}
        required
        defaultValue="kept"
        choices={[
          { value: "kept", label: kept.fullName },
          { value: "other", label: other.fullName },
        ]}
      />
    </MergePage>
  );
}
