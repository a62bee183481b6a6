import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Actor, isCoordinator } from "~/domain/actor";
import { labelOf } from "~/domain/interest/taxonomy";
import { openSharedProfile } from "~/features/interests/open-shared-profile.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireActor } from "~/http/require-actor.server";
import { formatInterests } from "~/ui/format";
import { InterestProfileWords } from "~/ui/interest-profile";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PrintButton } from "~/ui/print-button";

export const handle: PageHandle = { title: "interests:shared.open" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: ["staff", "guardian"] });
  const { studentId } = parseParams(params, "studentId");
  const outcome = await openSharedProfile(context.wiring, actor, { studentId });
  if (!outcome.ok) throw notFound();
  return { ...outcome.value, home: homeOf(actor, studentId) };
}

/** Where its reader came from. */
function homeOf(actor: Actor, studentId: string): string {
  if (actor.kind === "guardian") return "/guardian";
  return isCoordinator(actor) ? `/coordinator/matches/students/${studentId}` : "/advisor";
}

export default function SharedProfile() {
  const { t, i18n } = useTranslation("interests");
  const { name, profile, finishedAt, timeZone, interests, home } = useLoaderData<typeof loader>();
  const liked = interests.filter((interest) => interest.liked);
  return (
    <Page
      title={t("shared.title", { name })}
      lead={t("shared.lead", { name })}
      back={{ to: home, label: t("shared.back") }}
      actions={<PrintButton />}
    >
      {profile && <InterestProfileWords {...{ profile, finishedAt, timeZone }} readBy="others" />}
      {liked.length > 0 && (
        <p>
          {t("shared.list", {
            interests: formatInterests(
              liked.map(({ interestId }) => labelOf(interestId, i18n.language)),
              i18n.language,
            ),
          })}
        </p>
      )}
    </Page>
  );
}
