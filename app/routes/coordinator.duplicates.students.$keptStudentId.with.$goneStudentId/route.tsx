import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LINK_RIGHTS } from "~/domain/people/link-rights";
import { type MergeStudentsRefusal, mergeStudents } from "~/features/merges/merge-students.server";
import { previewStudentMerge } from "~/features/merges/preview-student-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { formatDay, formatNames } from "~/ui/format";
import { MergePage } from "~/ui/merge-page";
import type { PageHandle } from "~/ui/page-handle";
import { DisputedTies } from "./disputed-ties";
import { ReadsMore } from "./reads-more";

export const handle: PageHandle = { title: "merges:student.title" };

const GivenRight = z
  .string()
  .regex(new RegExp(`^[0-9a-f-]{36} (${LINK_RIGHTS.join("|")})$`))
  .transform((given) => {
    const [guardianId = "", right = ""] = given.split(" ");
    return { guardianId, right: right as (typeof LINK_RIGHTS)[number] };
  });

const MergeForm = z.object({
  seal: z.string().max(40),
  otherSeal: z.string().max(40),
  given: z.array(GivenRight).max(60).default([]),
});

const REFUSALS: Refusals<MergeStudentsRefusal> = {
  not_permitted: { status: 403, key: "merges:fault.not_permitted" },
  not_found: NOT_FOUND,
  changed_meanwhile: { status: 409, key: "merges:fault.changed_meanwhile" },
  answer_lost: { status: 409, key: "merges:student.fault.answer_lost" },
  answer_revived: { status: 409, key: "merges:student.fault.answer_revived" },
  other_duties: { status: 409, key: "merges:student.fault.other_duties" },
  left: { status: 409, key: "merges:student.fault.left" },
  link_ended: { status: 409, key: "merges:student.fault.link_ended" },
  link_undecided: { status: 409, key: "merges:student.fault.link_undecided" },
  moving: { status: 409, key: "merges:student.fault.moving" },
  wrong_way_round: { status: 409, key: "merges:student.fault.wrong_way_round" },
  both_held: { status: 409, key: "merges:student.fault.both_held" },
};

const idsOf = (params: LoaderFunctionArgs["params"]) => {
  const { keptStudentId: keptId, goneStudentId: otherId } = parseParams(params, "keptStudentId", "goneStudentId");
  return { keptId, otherId };
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await previewStudentMerge(context.wiring, actor, idsOf(params));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const ids = idsOf(params);
  const form = await parseForm(request, MergeForm, context);
  if (!form.ok) return form.reply;
  const outcome = await mergeStudents(context.wiring, actor, { ...ids, ...form.value });
  return outcome.ok
    ? redirectWithToast(`/coordinator/duplicates/students/merged/${outcome.value.mergeId}`, "merges:toast.merged")
    : refuse(context, outcome, REFUSALS, form.typed);
}

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
      <DisputedTies disputed={disputed} {...names} />
    </MergePage>
  );
}
