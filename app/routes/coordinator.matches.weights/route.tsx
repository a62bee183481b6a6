import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { weightsFaults } from "~/domain/matching/weights";
import { openWeights } from "~/features/matching/open-weights.server";
import { type PreviewRefusal, previewWeights } from "~/features/matching/preview-weights.server";
import { type SaveWeightsRefusal, saveWeights } from "~/features/matching/save-weights.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { sentenceFor } from "~/http/text.server";
import { formatMoment } from "~/ui/format";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { FAULTS, WeightsForm, weightsOf } from "./form.server";
import { WeightFields } from "./weight-fields";

export const handle: PageHandle = { title: "matching:weights.title" };

const REFUSALS: Refusals<SaveWeightsRefusal | PreviewRefusal> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  weights_not_valid: { status: 422, key: "matching:weights.fault.percent" },
  changed_before: { status: 409, key: "matching:weights.fault.changed" },
  not_previewed: { status: 409, key: "matching:weights.fault.notPreviewed" },
  nothing_changed: { status: 409, key: "matching:weights.fault.same" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openWeights(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, WeightsForm, context);
  if (!form.ok) return form.reply;
  const { intent, basedOn, seal } = form.value;
  const weights = weightsOf(form.value);
  const faults = weightsFaults({ ...weights, version: basedOn + 1 });
  if (faults.length > 0) {
    const errors: Record<string, string> = {};
    for (const fault of faults) errors[FAULTS[fault].field] ??= sentenceFor(context, FAULTS[fault].key);
    return json({ ok: false as const, errors, values: form.typed }, { status: 422 });
  }
  if (intent === "preview") {
    const outcome = await previewWeights(context.wiring, actor, { basedOn, weights });
    if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
    return json({ ok: true as const, preview: outcome.value, values: form.typed });
  }
  const outcome = await saveWeights(context.wiring, actor, { basedOn, weights, seal });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast("/coordinator/matches", "matching:toast.weightsSaved");
}

export default function Weights() {
  const { t, i18n } = useTranslation("matching");
  const { weights, setAt, setBy, timeZone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const preview = reply && "preview" in reply ? reply.preview : null;
  return (
    <Page
      title={t("weights.title")}
      lead={t("weights.lead")}
      back={{ to: "/coordinator/matches", label: t("listing.back") }}
    >
      <p className="text-ink-soft">
        {setAt
          ? t("weights.setAt", {
              version: weights.version,
              who: setBy ?? t("weights.somebody"),
              moment: formatMoment(setAt, i18n.language, timeZone),
            })
          : t("weights.asShipped")}
      </p>
      <WeightFields weights={weights} reply={reply} preview={preview} />
    </Page>
  );
}
