import { type AppLoadContext, json } from "@remix-run/node";
import { interestsInText } from "~/domain/interest/interests-in-text";
import { isInterestId } from "~/domain/interest/taxonomy";
import { MOST_INTERESTS } from "~/domain/placement/post";
import type { PostRefusal } from "~/features/placements/check-post.server";
import { parseForm, type Typed } from "~/http/parse-form.server";
import { interestLabels } from "~/http/placement-view.server";
import type { Refusals } from "~/http/refuse.server";
import { DraftForm } from "./form.server";

export const postRefusals: Refusals<PostRefusal> = {
  not_permitted: { status: 403, key: "placements:fault.not_permitted" },
  not_valid: { status: 422, key: "placements:fault.not_valid" },
  unknown_mentor: { status: 422, key: "placements:fault.unknown_mentor", field: "leadMentorId" },
  unknown_site: { status: 422, key: "placements:fault.unknown_site", field: "siteId" },
  unknown_area: { status: 422, key: "placements:fault.unknown_area", field: "areaId" },
  unknown_school: { status: 422, key: "placements:fault.unknown_school", field: "schoolIds" },
};

/**
 * What "suggest interests" answers: the form as it was, with the interests ticked that its own words speak of; null when
 * another button sent the form. Works without scripts.
 */
export async function answerSuggestion(request: Request, context: AppLoadContext) {
  const draft = await parseForm(request.clone(), DraftForm, context);
  if (!draft.ok || draft.value.intent !== "suggest") return null;
  const { title, aliases, studentWillDo, skills, requirements } = draft.value;
  const text = [title, aliases, studentWillDo, skills, requirements].join("\n");
  const ticked = [draft.typed.interests ?? []].flat().filter(isInterestId);
  const found = interestsInText(text)
    .map(({ interestId }) => interestId)
    .filter((id) => !ticked.includes(id))
    .slice(0, Math.max(0, MOST_INTERESTS - ticked.length));
  const values: Typed = { ...draft.typed, interests: [...ticked, ...found] };
  return json({ ok: false as const, errors: {}, values, suggested: interestLabels(found, context.language) });
}
