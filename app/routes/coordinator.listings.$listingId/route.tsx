import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openListing } from "~/features/placements/open-listing.server";
import { shortlistStudents } from "~/features/search/shortlist-students.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { formatMoment } from "~/ui/format";
import { ListingBadge } from "~/ui/listing-badge";
import { Notice } from "~/ui/notice";
import { NoticePlace } from "~/ui/notice-place";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { PlacementFacts } from "~/ui/placement-facts";
import { TextLink } from "~/ui/text-link";
import { Timeline } from "~/ui/timeline";
import { useText } from "~/ui/use-text";
import { AboutLead } from "./about-lead";
import { answerReview } from "./answers.server";
import { Likers } from "./likers";
import { MentorCapacity } from "./mentor-capacity";
import { AskedOpen, ChangeForm, MoveForm } from "./review-forms";
import { SourceData } from "./source-data";
import { type ReviewView, toView } from "./view.server";

export const handle: PageHandle = { titleFrom: (data) => data.title };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const asked = parseParams(params, "listingId");
  const outcome = await openListing(context.wiring, actor, asked);
  if (!outcome.ok) throw notFound();
  const likers = await shortlistStudents(context.wiring, actor, asked);
  return {
    ...toView(outcome.value, context.language),
    introduction: outcome.value.introduction ?? null,
    likers: likers.ok ? likers.value : null,
    isSearchAway: !likers.ok && likers.reason === "search_away",
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  return answerReview({ request, context, actor, ...parseParams(params, "listingId") });
}

export default function ListingPage() {
  const { t } = useTranslation(["placements", "plans", "suspensions", "clearances"]);
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const isTo = (field: "seats" | "atOnce") => reply?.values !== undefined && field in reply.values;
  const toMove = isTo("seats") || isTo("atOnce") ? undefined : reply;
  return (
    <Page
      title={data.title}
      lead={data.organisation}
      back={{ to: "/coordinator/listings", label: t("back.desk") }}
      actions={<LinkButton to={`/coordinator/matches/listings/${data.listingId}`}>{t("review.matches")}</LinkButton>}
    >
      <div className="space-y-4">
        <p className="flex flex-wrap items-center gap-3">
          <ListingBadge state={data.state} />
          <TextLink to={`/coordinator/organisations/${data.organisationId}`}>{data.organisation}</TextLink>
          <span>{t("review.taken", { count: data.placesTaken, seats: data.seats })}</span>
        </p>
        {data.seatsToOffer < data.seats && (
          <Notice tone="wait">{t("review.toOffer", { count: data.seatsToOffer })}</Notice>
        )}
        {!data.hasMentor && <Notice tone="wait">{t("review.noMentor")}</Notice>}
        {data.isSuspended && <Notice tone="stop">{t("review.suspended")}</Notice>}
        {data.asked && <AskedOpen asked={data.asked} />}
        {data.mentorId && (
          <p>
            <TextLink to={`/coordinator/checks/${data.mentorId}`}>
              {t("clearances:link", { name: data.mentor })}
            </TextLink>
          </p>
        )}
        {data.mentorId && (
          <p>
            <TextLink to={`/safeguarding/mentors/${data.mentorId}`}>
              {t("suspensions:ofMentor", { name: data.mentor })}
            </TextLink>
          </p>
        )}
        {data.introduction && (
          <p>
            <TextLink to={`/coordinator/introductions/${data.introduction.id}`}>
              {t("review.introduced", { mentor: data.mentor, proposer: data.introduction.proposer })}
            </TextLink>
          </p>
        )}
        <MoveForm data={data} reply={toMove} />
      </div>
      {data.source && (
        <Section title={t("review.source")}>
          <SourceData source={data.source} />
        </Section>
      )}
      <Section title={t("own.text")}>
        <PlacementFacts facts={data.facts} />
      </Section>
      {(data.likers || data.isSearchAway) && (
        <Section title={t("plans:demand.likers")}>
          <NoticePlace>
            {data.isSearchAway && <Notice tone="stop">{t("plans:demand.away")}</Notice>}
            {data.likers?.degraded && <Notice tone="wait">{t("plans:demand.degraded")}</Notice>}
          </NoticePlace>
          {data.likers && <Likers {...data.likers} listingId={data.listingId} />}
        </Section>
      )}
      <Section title={t("review.here")}>
        <ChangeForm key={data.seats} data={data} reply={isTo("seats") ? reply : undefined} />
      </Section>
      {data.aboutMentor && <AboutLead {...data.aboutMentor} mentor={data.mentor} listingId={data.listingId} />}
      {data.capacity && (
        <MentorCapacity
          key={data.capacity.atOnce}
          mentor={data.mentor}
          capacity={data.capacity}
          reply={isTo("atOnce") ? reply : undefined}
        />
      )}
      {data.acts.length > 0 && (
        <Section title={t("review.history")}>
          <History data={data} />
        </Section>
      )}
    </Page>
  );
}

function History({ data }: { data: ReviewView }) {
  const { t, i18n } = useTranslation("placements");
  const text = useText();
  const entries = data.acts.map(({ id, at, act, actor }) => ({
    key: id,
    at,
    when: formatMoment(at, i18n.language, data.timeZone),
    title: t(`act.${act}`),
    detail: t("review.by", { who: text(`pursuits:actor.${actor}` as "pursuits:actor.staff") }),
  }));
  return <Timeline entries={entries} label={t("review.history")} />;
}
