import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type MergeMentorsRefusal, mergeMentors } from "~/features/merges/merge-mentors.server";
import { previewMentorMerge } from "~/features/merges/preview-mentor-merge.server";
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

export const handle: PageHandle = { title: "merges:mentor.title" };

const MergeForm = z.object({
  seal: z.string().max(40),
  otherSeal: z.string().max(40),
  name: z.enum(["kept", "other"]),
});

const REFUSALS: Refusals<MergeMentorsRefusal> = {
  not_permitted: { status: 403, key: "merges:fault.not_permitted" },
  not_found: NOT_FOUND,
  changed_meanwhile: { status: 409, key: "merges:fault.changed_meanwhile" },
  leaving: { status: 409, key: "merges:mentor.fault.leaving" },
  suspended: { status: 409, key: "merges:mentor.fault.suspended" },
  staff: { status: 409, key: "merges:mentor.fault.staff" },
  wrong_way_round: { status: 409, key: "merges:mentor.fault.wrong_way_round" },
  both_held: { status: 409, key: "merges:mentor.fault.both_held" },
};

const idsOf = (params: LoaderFunctionArgs["params"]) => {
  const { keptMentorId: keptId, goneMentorId: otherId } = parseParams(params, "keptMentorId", "goneMentorId");
  return { keptId, otherId };
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await previewMentorMerge(context.wiring, actor, idsOf(params));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const ids = idsOf(params);
  const form = await parseForm(request, MergeForm, context);
  if (!form.ok) return form.reply;
  const outcome = await mergeMentors(context.wiring, actor, { ...ids, ...form.value });
  return outcome.ok
    ? redirectWithToast(`/coordinator/duplicates/mentors/merged/${outcome.value.mergeId}`, "merges:toast.merged")
    : refuse(context, outcome, REFUSALS, form.typed);
}

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
