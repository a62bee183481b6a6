import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ANSWER_FAULTS, GUARDIAN_FAULTS } from "~/domain/merge/guardians";
import { mergePeople } from "~/features/merges/merge-people.server";
import { previewPersonMerge } from "~/features/merges/preview-person-merge.server";
import { MergePeopleForm } from "~/http/given-right.server";
import { compareLoader, conflicts, MERGE_REFUSALS, mergeAction } from "~/http/merge-routes.server";
import { DisputedRights } from "~/ui/disputed-rights";
import { formatNames } from "~/ui/format";
import { MergePage } from "~/ui/merge-page";
import type { PageHandle } from "~/ui/page-handle";
import { ReadsMore } from "./reads-more";

export const handle: PageHandle = { title: "merges:person.title" };

const PARAMS = ["keptPersonId", "gonePersonId"] as const;

export const loader = compareLoader(PARAMS, previewPersonMerge);

export const action = mergeAction({
  params: PARAMS,
  form: MergePeopleForm,
  merge: (wiring, actor, { given, ...two }) =>
    mergePeople(wiring, actor, { ...two, given: given.map(({ id: studentId, right }) => ({ studentId, right })) }),
  refusals: {
    ...MERGE_REFUSALS,
    ...conflicts([...GUARDIAN_FAULTS, ...ANSWER_FAULTS], (fault) => `merges:person.fault.${fault}`),
  },
  at: "people/",
  toast: "merges:toast.mergedPeople",
});

const FIELDS = ["fullName", "nameUsed", "children", "mails", "phones"] as const;

/** Two guardians who may be one person. */
export default function MergePeople() {
  const { t, i18n } = useTranslation("merges");
  const { kept, other, counts, disputed, fault, ...reads } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { kept: kept.fullName, other: other.fullName };
  const words = (value: string | string[]) => (typeof value === "string" ? value : formatNames(value, i18n.language));
  return (
    <MergePage
      noun="person"
      title={t("person.title")}
      lead={t("person.lead", names)}
      {...{ kept, other, counts, reply }}
      fields={FIELDS.map((field) => ({
        ...{ key: field, name: t(`person.field.${field}`) },
        ...{ kept: words(kept[field]), other: words(other[field]) },
      }))}
      fault={fault && { text: t(`person.fault.${fault}`), mayBeSwapped: fault === "wrong_way_round" }}
      reads={<ReadsMore kept={kept.fullName} {...reads} />}
      sure={t("person.sure")}
      press={t("person.do")}
      swapTo={`/coordinator/duplicates/people/${other.id}/with/${kept.id}`}
    >
      <DisputedRights
        of="person"
        disputed={disputed.map(({ studentId: id, student: name, ...right }) => ({ ...right, id, name }))}
        {...names}
      />
    </MergePage>
  );
}
