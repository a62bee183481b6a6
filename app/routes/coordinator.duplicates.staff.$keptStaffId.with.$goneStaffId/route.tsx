import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { STAFF_FAULTS } from "~/domain/merge/staff";
import { mergeStaff } from "~/features/merges/merge-staff.server";
import { previewStaffMerge } from "~/features/merges/preview-staff-merge.server";
import { compareLoader, conflicts, MERGE_REFUSALS, mergeAction } from "~/http/merge-routes.server";
import { RadioGroup } from "~/ui/choice-fields";
import { formatNames } from "~/ui/format";
import { MergePage } from "~/ui/merge-page";
import { Notice } from "~/ui/notice";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "merges:staff.title" };

const MergeForm = z.object({
  seal: z.string().max(80),
  otherSeal: z.string().max(80),
  role: z.enum(["kept", "other"]).default("kept"),
});

const PARAMS = ["keptStaffId", "goneStaffId"] as const;

export const loader = compareLoader(PARAMS, previewStaffMerge);

export const action = mergeAction({
  params: PARAMS,
  form: MergeForm,
  merge: mergeStaff,
  refusals: {
    ...MERGE_REFUSALS,
    ...conflicts(STAFF_FAULTS, (fault) => `merges:staff.fault.${fault}`),
    not_permitted: { status: 403, key: "merges:staff.fault.not_permitted" },
  },
  at: "staff/",
  toast: "merges:toast.mergedPeople",
});

/** Two of the staff who may be one person. */
export default function MergeStaff() {
  const { t, i18n } = useTranslation(["merges", "people"]);
  const { kept, other, counts, widerRole, newMails, fault, mayBeSwapped } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { kept: kept.fullName, other: other.fullName };
  const list = (words: string[]) => formatNames(words, i18n.language);
  const role = (of: typeof kept) => (of.role ? t(`people:role.${of.role}`) : "");
  const fields = [
    { key: "fullName", kept: kept.fullName, other: other.fullName },
    { key: "nameUsed", kept: kept.nameUsed, other: other.nameUsed },
    { key: "role", kept: role(kept), other: role(other) },
    { key: "advisories", kept: list(kept.advisories), other: list(other.advisories) },
    { key: "mails", kept: list(kept.mails), other: list(other.mails) },
    { key: "phones", kept: list(kept.phones), other: list(other.phones) },
  ] as const;
  return (
    <MergePage
      noun="person"
      title={t("merges:staff.title")}
      lead={t("merges:staff.lead", names)}
      {...{ kept, other, counts, reply }}
      fields={fields.map((field) => ({ ...field, name: t(`merges:staff.field.${field.key}`) }))}
      fault={fault && { text: t(`merges:staff.fault.${fault}`), mayBeSwapped }}
      reads={
        <Notice tone="wait" title={t("merges:mentor.reads")}>
          <ul className="list-disc space-y-1 ps-6">
            {other.advisories.length > 0 && (
              <li>{t("merges:staff.readsAdvisories", { ...names, advisories: list(other.advisories) })}</li>
            )}
            {counts.covers > 0 && <li>{t("merges:staff.readsCovers", names)}</li>}
            {newMails.length > 0 && <li>{t("merges:person.readsMails", { ...names, mails: list(newMails) })}</li>}
            <li>{t("merges:staff.readsPlaces", names)}</li>
          </ul>
        </Notice>
      }
      sure={t("merges:person.sure")}
      press={t("merges:person.do")}
      swapTo={`/coordinator/duplicates/staff/${other.id}/with/${kept.id}`}
    >
      {widerRole && (
        <RadioGroup
          name="role"
          label={t("merges:staff.whichRole", names)}
          hint={t("merges:staff.whichRoleHint", names)}
          required
          defaultValue="kept"
          choices={[
            { value: "kept", label: t("merges:staff.ownRole", { role: role(kept) }) },
            { value: "other", label: t("merges:staff.otherRole", { role: role(other) }) },
          ]}
        />
      )}
    </MergePage>
  );
}
