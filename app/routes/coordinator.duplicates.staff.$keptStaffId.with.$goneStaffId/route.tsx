import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type MergeStaffRefusal, mergeStaff } from "~/features/merges/merge-staff.server";
import { previewStaffMerge } from "~/features/merges/preview-staff-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
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

const REFUSALS: Refusals<MergeStaffRefusal> = {
  not_permitted: { status: 403, key: "merges:staff.fault.not_permitted" },
  not_found: NOT_FOUND,
  changed_meanwhile: { status: 409, key: "merges:fault.changed_meanwhile" },
  own: { status: 409, key: "merges:staff.fault.own" },
  other_duties: { status: 409, key: "merges:staff.fault.other_duties" },
  not_staff: { status: 409, key: "merges:staff.fault.not_staff" },
  leaving: { status: 409, key: "merges:staff.fault.leaving" },
  lead: { status: 409, key: "merges:staff.fault.lead" },
  held_reader: { status: 409, key: "merges:staff.fault.held_reader" },
  last_admin: { status: 409, key: "merges:staff.fault.last_admin" },
  cover_both_ways: { status: 409, key: "merges:staff.fault.cover_both_ways" },
  wrong_way_round: { status: 409, key: "merges:staff.fault.wrong_way_round" },
  both_held: { status: 409, key: "merges:staff.fault.both_held" },
};

const idsOf = (params: LoaderFunctionArgs["params"]) => {
  const { keptStaffId: keptId, goneStaffId: otherId } = parseParams(params, "keptStaffId", "goneStaffId");
  return { keptId, otherId };
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await previewStaffMerge(context.wiring, actor, idsOf(params));
  if (outcome.ok) return outcome.value;
  throw outcome.reason === "not_permitted" ? new Response(null, { status: 403 }) : notFound();
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const ids = idsOf(params);
  const form = await parseForm(request, MergeForm, context);
  if (!form.ok) return form.reply;
  const outcome = await mergeStaff(context.wiring, actor, { ...ids, ...form.value });
  return outcome.ok
    ? redirectWithToast(`/coordinator/duplicates/staff/merged/${outcome.value.mergeId}`, "merges:toast.merged")
    : refuse(context, outcome, REFUSALS, form.typed);
}

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
