import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NEW_PLACEMENT_FORM } from "~/domain/placement/draft-forms";
import { listPostingChoices } from "~/features/placements/list-posting-choices.server";
import { loadDraft } from "~/features/placements/load-draft.server";
import { postPlacement } from "~/features/placements/post-placement.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { requireMentor } from "~/http/require-actor.server";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { answerSuggestion, postRefusals } from "./answers.server";
import { DraftNotice } from "./draft-notice";
import { NewPlacementForm, toPost } from "./form.server";
import { firstValues, toFormChoices } from "./form-view.server";
import { PlacementForm } from "./placement-form";

export const handle: PageHandle = { title: "placements:new.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireMentor(request, context);
  const choices = toFormChoices(await listPostingChoices(context.wiring, actor), context.language);
  const draft = await loadDraft(context.wiring, actor, { form: NEW_PLACEMENT_FORM });
  return {
    choices,
    isDraft: draft !== null,
    values: draft ?? firstValues(choices, actor.mentorId),
    placementId: randomUUID(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireMentor(request, context);
  const suggestion = await answerSuggestion(request, context);
  if (suggestion) return suggestion;
  const form = await parseForm(request, NewPlacementForm, context);
  if (!form.ok) return form.reply;
  const { placementId } = form.value;
  const outcome = await postPlacement(context.wiring, actor, { placementId, post: toPost(form.value) });
  if (outcome.ok) return redirectWithToast(`/mentor/placements/${placementId}`, "placements:toast.posted");
  const no_school = { status: 422, key: "errors:field.missing", field: "schoolIds" } as const;
  return refuse(context, outcome, { ...postRefusals, no_school, not_found: NOT_FOUND }, form.typed);
}

export default function NewPlacement() {
  const { t } = useTranslation("placements");
  const { choices, isDraft, values, placementId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("new.title")} lead={t("new.lead")} back={{ to: "/mentor", label: t("back.home") }}>
      {isDraft && !reply && <DraftNotice form={NEW_PLACEMENT_FORM} />}
      <PlacementForm
        reply={reply ?? { values }}
        choices={choices}
        schools={choices.schools}
        draft={NEW_PLACEMENT_FORM}
        placementId={placementId}
      />
    </Page>
  );
}
