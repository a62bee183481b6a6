import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { MOST_AT_ONCE } from "~/domain/matching/mentor-room";
import { openMentorHome } from "~/features/mentors/open-mentor-home.server";
import { ownAbout } from "~/features/mentors/own-about.server";
import { ownStudentsAtOnce } from "~/features/mentors/own-students-at-once.server";
import { sayStudentsAtOnce } from "~/features/mentors/say-students-at-once.server";
import { listOwnPlacements } from "~/features/placements/list-own-placements.server";
import { toAboutView } from "~/http/about-mentor-form.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireMentor } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Hint } from "~/ui/hint";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { AboutYou } from "./about-you";
import { ComingList } from "./coming-list";
import { ContactList } from "./contact-list";
import { LastDay } from "./last-day";
import { PlacementList } from "./placement-list";
import { StudentsAtOnce } from "./students-at-once";
import { TurnList } from "./turn-list";

export const handle: PageHandle = { title: "placements:home.title" };

const AtOnceForm = z.object({
  intent: z.literal("at-once"),
  atOnce: z.coerce.number().int().min(1).max(MOST_AT_ONCE).optional(),
});

const atOnceRefusals: Refusals<"not_permitted" | "not_found"> = {
  not_permitted: { status: 403, key: "pursuits:fault.not_permitted" },
  not_found: NOT_FOUND,
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireMentor(request, context);
  const placements = (await listOwnPlacements(context.wiring, actor)).map(({ id, kind, title, listings }) => ({
    id,
    kind,
    title,
    listings: listings.map(({ id: listingId, school_name, state, seats }) => ({
      id: listingId,
      school: school_name,
      state,
      seats,
    })),
  }));
  const about = await ownAbout(context.wiring, actor);
  return {
    ...(await openMentorHome(context.wiring, actor)),
    placements,
    about: about && {
      ...toAboutView(about, context.language),
      isSaid: about.isSaid,
      bySchool: about.bySchool,
    },
    capacity: await ownStudentsAtOnce(context.wiring, actor),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireMentor(request, context);
  const form = await parseForm(request, AtOnceForm, context);
  if (!form.ok) return form.reply;
  const outcome = await sayStudentsAtOnce(context.wiring, actor, { atOnce: form.value.atOnce ?? null });
  if (!outcome.ok) return refuse(context, outcome, atOnceRefusals, form.typed);
  return redirectWithToast("/mentor", "placements:toast.atOnce");
}

export default function MentorHome() {
  const { t } = useTranslation(["placements", "mentors"]);
  const { waiting, coming, students, lastDay, placements, about, capacity } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const post = (
    <LinkButton look="primary" to="/mentor/placements/new" icon={Plus}>
      {t("home.post")}
    </LinkButton>
  );
  return (
    <Page title={t("home.title")} lead={t("home.lead")} actions={placements.length > 0 && post}>
      <Hint of="mentor" />
      {lastDay && <LastDay day={lastDay} />}
      {waiting.length > 0 ? (
        <Section title={t("home.waiting")} lead={t("home.waitingLead")}>
          <TurnList turns={waiting} />
        </Section>
      ) : (
        placements.length > 0 && <Notice tone="go">{t("home.nothing")}</Notice>
      )}
      {coming.length > 0 && (
        <Section title={t("home.coming")} lead={t("home.comingLead")}>
          <ComingList coming={coming} />
        </Section>
      )}
      <Section title={t("home.placements")}>
        {placements.length === 0 ? (
          <EmptyState title={t("home.noneTitle")} action={post}>
            {t("home.none")}
          </EmptyState>
        ) : (
          <PlacementList placements={placements} />
        )}
      </Section>
      {students.length > 0 && (
        <Section title={t("home.students")}>
          <ContactList contacts={students} label={t("home.students")} />
        </Section>
      )}
      {about && <AboutYou {...about} />}
      <StudentsAtOnce {...capacity} reply={reply} />
      <p>
        <TextLink to="/mentor/leaving" className="inline-flex min-h-11 items-center">
          {t("mentors:leaving.ownLink")}
        </TextLink>
      </p>
    </Page>
  );
}
