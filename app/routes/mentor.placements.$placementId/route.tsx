import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { editPlacementForm } from "~/domain/placement/draft-forms";
import { ownAbout } from "~/features/mentors/own-about.server";
import { listPostingChoices } from "~/features/placements/list-posting-choices.server";
import { loadDraft } from "~/features/placements/load-draft.server";
import { openPlacement } from "~/features/placements/open-placement.server";
import { parseParams } from "~/http/parse-params.server";
import { toPlacementFacts } from "~/http/placement-view.server";
import { notFound } from "~/http/refuse.server";
import { requireMentor } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PlacementFacts } from "~/ui/placement-facts";
import { TextLink } from "~/ui/text-link";
import { DraftNotice } from "../mentor.placements.new/draft-notice";
import { toFormChoices } from "../mentor.placements.new/form-view.server";
import { PlacementForm } from "../mentor.placements.new/placement-form";
import { answerEdit, answerMove } from "./answers.server";
import { OwnListings } from "./own-listings";
import { valuesOf } from "./values.server";

export const handle: PageHandle = { titleFrom: (data) => data.title };

const isEditing = (request: Request) => new URL(request.url).searchParams.has("edit");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireMentor(request, context);
  const { placementId } = parseParams(params, "placementId");
  const outcome = await openPlacement(context.wiring, actor, { placementId });
  if (!outcome.ok) throw notFound();
  const { placement, listings, askedListingIds } = outcome.value;
  const page = {
    placementId,
    title: placement.title,
    revision: placement.revision,
    facts: toPlacementFacts(placement, outcome.value, context.language),
    listings: listings.map(({ id, school_name, state, seats, review_note }) => ({
      id,
      school: school_name,
      state,
      seats,
      note: review_note,
      isAsked: askedListingIds.includes(id),
    })),
  };
  if (!isEditing(request)) {
    const about = await ownAbout(context.wiring, actor);
    return { ...page, edit: null, hasToSayAbout: about !== null && !about.isSaid };
  }
  const choices = toFormChoices(await listPostingChoices(context.wiring, actor), context.language);
  const draft = await loadDraft(context.wiring, actor, { form: editPlacementForm(placementId) });
  const isDraft = draft !== null && draft.revision === String(placement.revision);
  const offered = new Set(listings.map((listing) => listing.school_id));
  const schools = choices.schools.filter((school) => !offered.has(school.value));
  return {
    ...page,
    hasToSayAbout: false,
    edit: { choices, schools, isDraft, values: isDraft ? draft : valuesOf(outcome.value) },
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireMentor(request, context);
  const { placementId } = parseParams(params, "placementId");
  return isEditing(request)
    ? answerEdit({ request, context, actor, placementId })
    : answerMove({ request, context, actor, placementId });
}

export default function OwnPlacementPage() {
  const { t } = useTranslation(["placements", "mentors"]);
  const data = useLoaderData<typeof loader>();
  const reply: FormReply | undefined = useActionData<typeof action>();
  const here = `/mentor/placements/${data.placementId}`;
  const { edit, revision, placementId } = data;
  if (edit) {
    const isLive = data.listings.some((listing) => listing.state === "published");
    return (
      <Page
        title={t("edit.title")}
        lead={isLive ? t("edit.leadPublished") : t("edit.lead")}
        back={{ to: here, label: t("edit.back") }}
      >
        {edit.isDraft && !reply && <DraftNotice form={editPlacementForm(placementId)} />}
        <PlacementForm
          key={revision}
          reply={reply ?? { values: edit.values }}
          choices={edit.choices}
          schools={edit.schools}
          draft={`${editPlacementForm(placementId)}:${revision}`}
          editing={{ revision }}
          placementId={placementId}
        />
      </Page>
    );
  }
  return (
    <Page
      title={data.title}
      back={{ to: "/mentor", label: t("back.home") }}
      actions={
        <LinkButton to={`${here}?edit`} icon={Pencil}>
          {t("own.change")}
        </LinkButton>
      }
    >
      {reply?.errors?.[""] && <Notice tone="stop">{reply.errors[""]}</Notice>}
      {data.hasToSayAbout && (
        <Notice actions={<TextLink to="/mentor/about">{t("mentors:about.say")}</TextLink>}>
          {t("mentors:about.none")}
        </Notice>
      )}
      <Section title={t("own.schools")}>
        <OwnListings listings={data.listings} />
      </Section>
      <Section title={t("own.text")}>
        <PlacementFacts facts={data.facts} />
      </Section>
    </Page>
  );
}
