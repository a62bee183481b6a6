import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openMentorMerge } from "~/features/merges/open-mentor-merge.server";
import { type UndoMentorMergeRefusal, undoMentorMerge } from "~/features/merges/undo-mentor-merge.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { formatMoment } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Counts } from "../coordinator.duplicates.$keptId.with.$goneId/counts";

export const handle: PageHandle = { title: "merges:mentor.title" };

const UndoForm = z.object({ intent: z.literal("undo") });

const REFUSALS: Refusals<UndoMentorMergeRefusal> = {
  not_permitted: { status: 403, key: "merges:fault.not_permitted" },
  not_found: NOT_FOUND,
  undone_already: { status: 409, key: "merges:fault.undone_already" },
  too_late: { status: 409, key: "merges:fault.too_late" },
  merged_since: { status: 409, key: "merges:fault.merged_since" },
  later_first: { status: 409, key: "merges:fault.later_first" },
  suspended_since: { status: 409, key: "merges:fault.suspended_since" },
  leaving_since: { status: 409, key: "merges:fault.leaving_since" },
  grown_since: { status: 409, key: "merges:fault.grown_since" },
};

const idOf = (params: LoaderFunctionArgs["params"]) => ({
  mergeId: parseParams(params, "mentorMergeId").mentorMergeId,
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openMentorMerge(context.wiring, actor, idOf(params));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, UndoForm, context);
  if (!form.ok) return form.reply;
  const outcome = await undoMentorMerge(context.wiring, actor, idOf(params));
  return outcome.ok
    ? redirectWithToast("/coordinator/duplicates", "merges:toast.undone")
    : refuse(context, outcome, REFUSALS, form.typed);
}

/** One merge of mentors: what an undo gives back, and the button; or why there is none. */
export default function UndoMentorMerge() {
  const { t, i18n } = useTranslation("merges");
  const { kept, gone, school, until, timeZone, counts, refusal } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { gone, kept };
  return (
    <Page
      title={t("undo.title", names)}
      lead={t("undo.lead", { school, until: formatMoment(until, i18n.language, timeZone) })}
      back={{ to: "/coordinator/duplicates", label: t("title") }}
    >
      {refusal ? (
        <Notice tone="wait">{t(`fault.${refusal}`)}</Notice>
      ) : (
        <>
          <section className="space-y-3">
            <h2>{t("undo.back", names)}</h2>
            <Counts counts={counts} />
            <p>{t("mentor.stricter", names)}</p>
          </section>
          <Form reply={reply}>
            <Button name="intent" value="undo" pendingText={t("undo.doing")}>
              {t("undo.do")}
            </Button>
          </Form>
        </>
      )}
    </Page>
  );
}
