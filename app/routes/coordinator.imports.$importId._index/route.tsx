import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ALL_TARGETS } from "~/domain/imports/columns-of-kind";
import { cancelImport } from "~/features/imports/cancel-import.server";
import { chooseColumns } from "~/features/imports/choose-columns.server";
import { confirmImport } from "~/features/imports/confirm-import.server";
import { letMissingLeave } from "~/features/imports/let-missing-leave.server";
import { listImportedListings } from "~/features/imports/list-imported-listings.server";
import { resumeImport } from "~/features/imports/resume-import.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { day, tick } from "~/http/person-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { sentenceFor } from "~/http/text.server";
import { LiveRegion } from "~/ui/live-region";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { CheckContacts } from "./check-contacts";
import { CheckGuardians } from "./check-guardians";
import { CheckStep } from "./check-step";
import { CheckStudents } from "./check-students";
import { ColumnsStep } from "./columns-step";
import { ImportSteps } from "./import-steps";
import { ProgressStep } from "./progress-step";
import { REFUSALS } from "./refusals.server";
import { ResultStep } from "./result-step";
import { readView, readWanted } from "./view.server";

export const handle: PageHandle = { titleFrom: (data) => data.fileName };

/** One click publishes at most so many, so that it ends while somebody waits; the page offers the rest again. */
const PUBLISHED_AT_ONCE = 1_000;

const column = z.coerce.number().int().min(0).max(199).optional();
const Step = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("columns"),
    defaultKind: z
      .enum([
        "internship",
        "shadow_day",
        "informational_interview",
        "service_learning",
        "exhibition_panel",
        "classroom_expert",
      ])
      .optional(),
    ...(Object.fromEntries(ALL_TARGETS.map((target) => [target, column])) as Record<
      (typeof ALL_TARGETS)[number],
      typeof column
    >),
  }),
  z.object({ intent: z.literal("confirm"), isWhole: tick }),
  z.object({ intent: z.literal("cancel") }),
  z.object({ intent: z.literal("resume") }),
  z.object({ intent: z.literal("publish") }),
  z.object({ intent: z.literal("leave"), student: z.array(z.uuid()).default([]), lastDay: day }),
  z.object({ intent: z.literal("leave-all"), lastDay: day }),
]);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  return readView(context.wiring, actor, { ...parseParams(params, "importId"), wanted: readWanted(request.url) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { importId } = parseParams(params, "importId");
  const form = await parseForm(request, Step, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const here = `/coordinator/imports/${importId}`;
  switch (form.value.intent) {
    case "columns": {
      const { intent, defaultKind = null, ...columns } = form.value;
      const outcome = await chooseColumns(wiring, actor, { importId, mapping: { columns, defaultKind } });
      if (outcome.ok) return redirect(`${here}?step=check`);
      const target = outcome.reason === "column_needed" ? String(outcome.detail?.target) : null;
      if (!target) return refuse(context, outcome, REFUSALS, form.typed);
      const errors: Record<string, string> = { [target]: sentenceFor(context, "imports:fault.column_needed") };
      return json({ errors, values: form.typed }, { status: 422 });
    }
    case "confirm": {
      const outcome = await confirmImport(wiring, actor, { importId, isWhole: form.value.isWhole });
      return outcome.ok ? redirect(here) : refuse(context, outcome, REFUSALS);
    }
    case "cancel": {
      const outcome = await cancelImport(wiring, actor, { importId });
      return outcome.ok ? redirectWithToast(here, "imports:toast.cancelled") : refuse(context, outcome, REFUSALS);
    }
    case "resume": {
      const outcome = await resumeImport(wiring, actor, { importId });
      return outcome.ok ? redirectWithToast(here, "imports:toast.resumed") : refuse(context, outcome, REFUSALS);
    }
    case "leave":
    case "leave-all": {
      const { lastDay } = form.value;
      const studentIds = form.value.intent === "leave" ? form.value.student : "all";
      const outcome = await letMissingLeave(wiring, actor, { importId, studentIds, lastDay });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
      const { left, stayed } = outcome.value;
      const after = stayed > 0 ? [{ key: "imports:toast.stayed" as const, count: stayed }] : [];
      return redirectWithToast(here, "imports:toast.left", { count: left, after });
    }
    case "publish": {
      const listings = await listImportedListings(wiring, actor, { importId });
      if (!listings.ok) return refuse(context, listings, REFUSALS);
      const outcome = await publishListings(wiring, actor, { listingIds: listings.value.slice(0, PUBLISHED_AT_ONCE) });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS);
      return redirectWithToast(here, "imports:toast.published", { count: outcome.value.published });
    }
  }
}

export default function ImportPage() {
  const { t } = useTranslation("imports");
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={<span className="wrap-anywhere">{view.fileName}</span>}
      back={{ to: "/coordinator/imports", label: t("back") }}
      width={view.step.startsWith("check") ? "wide" : "text"}
    >
      <ImportSteps step={view.step} />
      {view.step === "columns" && <ColumnsStep view={view} reply={reply} />}
      {view.step === "check-students" && <CheckStudents preview={view.preview} reply={reply} />}
      {view.step === "check-contacts" && <CheckContacts preview={view.preview} reply={reply} />}
      {view.step === "check-guardians" && <CheckGuardians preview={view.preview} reply={reply} />}
      {view.step === "check" && <CheckStep preview={view.preview} reply={reply} />}
      {view.step === "run" && <ProgressStep view={view} reply={reply} />}
      {view.step === "result" && <ResultStep view={view} reply={reply} />}
      {/* Here from the first step on, so that the end of the work is heard. */}
      <LiveRegion>
        {view.step === "result" &&
          view.state === "finished" &&
          t("result.heard", { result: t("list.result", { ...view.counts }) })}
      </LiveRegion>
    </Page>
  );
}
