import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { beginFinderAgain } from "~/features/interests/begin-finder-again.server";
import { openProfile } from "~/features/interests/open-profile.server";
import { saveInterests } from "~/features/interests/save-interests.server";
import { shareProfile } from "~/features/interests/share-profile.server";
import { listIdeas } from "~/features/search/list-ideas.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireStudent } from "~/http/require-actor.server";
import { InterestProfileWords } from "~/ui/interest-profile";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PrintButton } from "~/ui/print-button";
import { CardsInvitation } from "./cards-invitation";
import { InterestsForm, interestsOf } from "./form.server";
import { Ideas } from "./ideas";
import { InterestList } from "./interest-list";
import { ShareForm } from "./share-form";

export const handle: PageHandle = { title: "interests:title" };

const HERE = "/student/interests";

const REFUSALS: Refusals<"not_permitted" | "too_many_likes" | "not_known" | "no_profile"> = {
  not_permitted: { status: 403, key: "interests:fault.not_permitted" },
  too_many_likes: { status: 422, key: "interests:fault.too_many_likes" },
  not_known: { status: 422, key: "interests:fault.not_known" },
  no_profile: { status: 409, key: "interests:fault.no_profile" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const view = await openProfile(context.wiring, actor);
  return { ...view, ideas: await listIdeas(context.wiring, actor, { trying: view.suggested }) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStudent(request, context);
  const form = await parseForm(request, InterestsForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const asked = form.value;
  switch (asked.intent) {
    case "save": {
      const outcome = await saveInterests(wiring, actor, { interests: interestsOf(asked), seen: asked.seen });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
      return redirectWithToast(HERE, "interests:toast.saved");
    }
    case "share": {
      const sharing = { advisor: asked.advisor === "on", family: asked.family === "on" };
      const outcome = await shareProfile(wiring, actor, sharing);
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
      return redirectWithToast(HERE, "interests:toast.sharedWith");
    }
    case "again": {
      const outcome = await beginFinderAgain(wiring, actor);
      return outcome.ok ? redirect(`${HERE}/cards`) : refuse(context, outcome, REFUSALS, form.typed);
    }
  }
}

export default function Interests() {
  const { t } = useTranslation("interests");
  const view = useLoaderData<typeof loader>();
  const { profile, finishedAt, timeZone, underWay, shared, ideas } = view;
  const reply = useActionData<typeof action>();
  const saving = reply?.values?.intent === "save";
  return (
    <Page title={t("title")} lead={t("lead")} back={{ to: "/student", label: t("back") }} actions={<PrintButton />}>
      {profile && (
        <Section title={t("profile.title")}>
          <InterestProfileWords {...{ profile, finishedAt, timeZone }} readBy="student" />
        </Section>
      )}
      <CardsInvitation hasProfile={profile !== null} underWay={underWay} />
      <InterestList {...view} reply={saving ? reply : undefined} />
      <Ideas ideas={ideas} />
      {profile && <ShareForm shared={shared} reply={saving ? undefined : reply} />}
    </Page>
  );
}
