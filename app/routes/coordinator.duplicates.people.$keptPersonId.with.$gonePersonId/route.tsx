import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LINK_RIGHTS } from "~/domain/people/link-rights";
import { type MergePeopleRefusal, mergePeople } from "~/features/merges/merge-people.server";
import { previewPersonMerge } from "~/features/merges/preview-person-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { formatNames } from "~/ui/format";
import { MergePage } from "~/ui/merge-page";
import type { PageHandle } from "~/ui/page-handle";
import { DisputedRights } from "./disputed-rights";
import { ReadsMore } from "./reads-more";

export const handle: PageHandle = { title: "merges:person.title" };

const GivenRight = z
  .string()
  .regex(new RegExp(`^[0-9a-f-]{36} (${LINK_RIGHTS.join("|")})$`))
  .transform((given) => {
    const [studentId = "", right = ""] = given.split(" ");
    return { studentId, right: right as (typeof LINK_RIGHTS)[number] };
  });

const MergeForm = z.object({
  seal: z.string().max(40),
  otherSeal: z.string().max(40),
  given: z.array(GivenRight).max(60).default([]),
});

const REFUSALS: Refusals<MergePeopleRefusal> = {
  not_permitted: { status: 403, key: "merges:fault.not_permitted" },
  not_found: NOT_FOUND,
  changed_meanwhile: { status: 409, key: "merges:fault.changed_meanwhile" },
  answer_lost: { status: 409, key: "merges:person.fault.answer_lost" },
  answer_revived: { status: 409, key: "merges:person.fault.answer_revived" },
  other_duties: { status: 409, key: "merges:person.fault.other_duties" },
  left: { status: 409, key: "merges:person.fault.left" },
  link_ended: { status: 409, key: "merges:person.fault.link_ended" },
  link_undecided: { status: 409, key: "merges:person.fault.link_undecided" },
  answers_differ: { status: 409, key: "merges:person.fault.answers_differ" },
  wrong_way_round: { status: 409, key: "merges:person.fault.wrong_way_round" },
  both_held: { status: 409, key: "merges:person.fault.both_held" },
};

const idsOf = (params: LoaderFunctionArgs["params"]) => {
  const { keptPersonId: keptId, gonePersonId: otherId } = parseParams(params, "keptPersonId", "gonePersonId");
  return { keptId, otherId };
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await previewPersonMerge(context.wiring, actor, idsOf(params));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const ids = idsOf(params);
  const form = await parseForm(request, MergeForm, context);
  if (!form.ok) return form.reply;
  const outcome = await mergePeople(context.wiring, actor, { ...ids, ...form.value });
  return outcome.ok
    ? redirectWithToast(`/coordinator/duplicates/people/merged/${outcome.value.mergeId}`, "merges:toast.merged")
    : refuse(context, outcome, REFUSALS, form.typed);
}

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
      <DisputedRights disputed={disputed} {...names} />
    </MergePage>
  );
}
