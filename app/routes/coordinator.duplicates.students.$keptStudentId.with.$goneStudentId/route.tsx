import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ANSWER_FAULTS } from "~/domain/merge/guardians";
import { STUDENT_FAULTS } from "~/domain/merge/students";
import { mergeStudents } from "~/features/merges/merge-students.server";
import { previewStudentMerge } from "~/features/merges/preview-student-merge.server";
import { MergePeopleForm } from "~/http/given-right.server";
import { compareLoader, conflicts, MERGE_REFUSALS, mergeAction } from "~/http/merge-routes.server";
import { DisputedRights } from "~/ui/disputed-rights";
import { formatDay, formatNames } from "~/ui/format";
import { MergePage } from "~/ui/merge-page";
import type { PageHandle } from "~/ui/page-handle";
import { ReadsMore } from "./reads-more";

export const handle: PageHandle = { title: "merges:student.title" };

const PARAMS = ["keptStudentId", "goneStudentId"] as const;

export const loader = compareLoader(PARAMS, previewStudentMerge);

export const action = mergeAction({
  params: PARAMS,
  form: MergePeopleForm,
  merge: (wiring, actor, { given, ...two }) =>
    mergeStudents(wiring, actor, { ...two, given: given.map(({ id: guardianId, right }) => ({ guardianId, right })) }),
  refusals: {
    ...MERGE_REFUSALS,
    ...conflicts([...STUDENT_FAULTS, ...ANSWER_FAULTS], (fault) => `merges:student.fault.${fault}`),
  },
  at: "students/",
  toast: "merges:toast.mergedPeople",
});

const FIELDS = ["fullName", "nameUsed", "number", "bornOn", "grade", "advisory", "family", "mails", "phones"] as const;

/** Two students who may be one person. */
export default function MergeStudents() {
  const { t, i18n } = useTranslation("merges");
  const { kept, other, counts, disputed, fault, ...reads } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { kept: kept.fullName, other: other.fullName };
  const words = (side: typeof kept, field: (typeof FIELDS)[number]) => {
    if (field === "bornOn") return side.bornOn ? formatDay(side.bornOn, i18n.language, { withYear: true }) : "";
    const value = side[field];
    return Array.isArray(value) ? formatNames(value, i18n.language) : String(value);
  };
  return (
    <MergePage
      noun="person"
      title={t("student.title")}
      lead={t("person.lead", names)}
      {...{ kept, other, counts, reply }}
      fields={FIELDS.map((field) => ({
        ...{ key: field, name: t(`student.field.${field}`) },
        ...{ kept: words(kept, field), other: words(other, field) },
      }))}
      fault={fault && { text: t(`student.fault.${fault}`), mayBeSwapped: fault === "wrong_way_round" }}
      reads={<ReadsMore kept={kept.fullName} {...reads} />}
      sure={t("person.sure")}
      press={t("person.do")}
      swapTo={`/coordinator/duplicates/students/${other.id}/with/${kept.id}`}
    >
      <DisputedRights
        of="student"
        disputed={disputed.map(({ guardianId: id, guardian: name, ...right }) => ({ ...right, id, name }))}
        {...names}
      />
    </MergePage>
  );
}
