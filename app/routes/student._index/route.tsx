import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { listOwnConsents } from "~/features/consents/list-own-consents.server";
import { openProfile } from "~/features/interests/open-profile.server";
import { listOwnMeetings } from "~/features/meetings/list-own-meetings.server";
import { listOwnFamily } from "~/features/people/list-own-family.server";
import { listOwnPursuits } from "~/features/pursuits/list-own-pursuits.server";
import { listOwnVisits } from "~/features/visits/list-own-visits.server";
import { listWishes } from "~/features/wishes/list-wishes.server";
import { moveWish } from "~/features/wishes/move-wish.server";
import { weighList } from "~/features/wishes/weigh-list.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { requireStudent } from "~/http/require-actor.server";
import { AnsweredConsents } from "~/ui/answered-consents";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Hint } from "~/ui/hint";
import { MeetingList } from "~/ui/meeting-list";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";
import { VisitList } from "~/ui/visit-list";
import { WaitingConsents } from "~/ui/waiting-consents";
import { ListWarning } from "./list-warning";
import { PursuitRow } from "./pursuit-row";
import { WishOrder } from "./wish-order";

export const handle: PageHandle = { title: "pursuits:student.title" };

const ENDED = ["completed", "declined", "not_taken", "expired", "withdrawn"];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const pursuits = (await listOwnPursuits(context.wiring, actor)).map((pursuit) => ({
    id: pursuit.pursuit_id,
    state: pursuit.state,
    title: pursuit.title,
    organisation: pursuit.organisation_name,
    kind: pursuit.kind,
    isWithAdvisor: pursuit.waits_for_advisor,
  }));
  const family = await listOwnFamily(context.wiring, actor);
  return {
    choosesForFamily: family.ok && family.value.decidesAlone && family.value.family.length > 0,
    moving: pursuits.filter((pursuit) => !ENDED.includes(pursuit.state)),
    ended: pursuits.filter((pursuit) => ENDED.includes(pursuit.state)),
    wishes: await listWishes(context.wiring, actor),
    list: await weighList(context.wiring, actor),
    meetings: await listOwnMeetings(context.wiring, actor),
    coming: await listOwnVisits(context.wiring, actor),
    consents: await listOwnConsents(context.wiring, actor),
    hasProfile: (await openProfile(context.wiring, actor)).profile !== null,
  };
}

const Move = z.object({ listingId: z.uuid(), place: z.coerce.number().int().min(0).max(10_000) });

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStudent(request, context);
  const form = await parseForm(request, Move, context);
  if (!form.ok) return form.reply;
  const outcome = await moveWish(context.wiring, actor, form.value);
  return redirectWithToast("/student", outcome.ok ? "pursuits:toast.ordered" : "pursuits:toast.notListed");
}

export default function StudentHome() {
  const { t } = useTranslation("pursuits");
  const text = useText();
  const { moving, ended, wishes, list, meetings, coming, consents, hasProfile, choosesForFamily } =
    useLoaderData<typeof loader>();
  const waiting = consents.filter(({ state }) => state === "requested");
  const answered = consents.filter(({ state }) => state !== "requested");
  const find = (
    <LinkButton look="primary" to="/search" icon={Search}>
      {t("student.find")}
    </LinkButton>
  );
  return (
    <Page title={t("student.title")} lead={t("student.lead")} actions={moving.length > 0 && find}>
      <Hint of="student" />
      <WaitingConsents consents={waiting} base="/student/consents" />
      {!hasProfile && (
        <Notice actions={<LinkButton to="/student/interests">{t("student.findOut")}</LinkButton>}>
          {t("student.unsure")}
        </Notice>
      )}
      {meetings.length > 0 && (
        <Section title={text("meetings:list.title")}>
          <MeetingList meetings={meetings} timeZone={coming.timeZone} reader="student" />
        </Section>
      )}
      {coming.visits.length > 0 && (
        <Section title={t("student.visits")}>
          <VisitList visits={coming.visits} timeZone={coming.timeZone} label={t("student.visits")}>
            {({ pursuitId, title, organisation }) => (
              <p>
                <TextLink to={`/student/pursuits/${pursuitId}`}>{`${title} · ${organisation}`}</TextLink>
              </p>
            )}
          </VisitList>
        </Section>
      )}
      <Section title={t("student.moving")}>
        {moving.length === 0 ? (
          <EmptyState title={t("student.noneTitle")} action={find}>
            {t("student.none")}
          </EmptyState>
        ) : (
          <RowList>
            {moving.map((pursuit) => (
              <PursuitRow key={pursuit.id} pursuit={pursuit} />
            ))}
          </RowList>
        )}
      </Section>
      {hasProfile && <TextLink to="/student/interests">{t("student.likes")}</TextLink>}
      {choosesForFamily && <TextLink to="/student/family">{text("consent:family.title")}</TextLink>}
      <Section
        title={t("student.wishes")}
        actions={<TextLink to="/student/searches">{text("search:saved.title")}</TextLink>}
      >
        <ListWarning list={list} />
        {wishes.length > 1 && <p className="text-ink-soft">{t("student.order")}</p>}
        {wishes.length === 0 ? (
          <p className="text-ink-soft">{t("student.noWishes")}</p>
        ) : (
          <RowList>
            {wishes.map((wish, place) => (
              <Row
                key={wish.listingId}
                to={`/placements/${wish.listingId}`}
                title={wish.title}
                detail={
                  <>
                    <span className="block">{wish.organisation}</span>
                    {wish.recordedBy && (
                      <span className="block">{t("student.wishNoted", { who: wish.recordedBy })}</span>
                    )}
                  </>
                }
                actions={wishes.length > 1 && <WishOrder wish={wish} place={place} count={wishes.length} />}
              />
            ))}
          </RowList>
        )}
      </Section>
      {answered.length > 0 && (
        <Section title={text("consent:self.answered")}>
          <AnsweredConsents consents={answered} base="/student/consents" />
        </Section>
      )}
      {ended.length > 0 && (
        <Section title={t("student.ended")}>
          <RowList>
            {ended.map((pursuit) => (
              <PursuitRow key={pursuit.id} pursuit={pursuit} />
            ))}
          </RowList>
        </Section>
      )}
    </Page>
  );
}
