import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { listOwnConsents } from "~/features/consents/list-own-consents.server";
import { openProfile } from "~/features/interests/open-profile.server";
import { listOwnPursuits } from "~/features/pursuits/list-own-pursuits.server";
import { listWishes } from "~/features/wishes/list-wishes.server";
import { weighList } from "~/features/wishes/weigh-list.server";
import { requireStudent } from "~/http/require-actor.server";
import { AnsweredConsents } from "~/ui/answered-consents";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { useText } from "~/ui/use-text";
import { WaitingConsents } from "~/ui/waiting-consents";
import { ListWarning } from "./list-warning";
import { PursuitRow } from "./pursuit-row";

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
  }));
  return {
    moving: pursuits.filter((pursuit) => !ENDED.includes(pursuit.state)),
    ended: pursuits.filter((pursuit) => ENDED.includes(pursuit.state)),
    wishes: await listWishes(context.wiring, actor),
    list: await weighList(context.wiring, actor),
    consents: await listOwnConsents(context.wiring, actor),
    hasProfile: (await openProfile(context.wiring, actor)).profile !== null,
  };
}

export default function StudentHome() {
  const { t } = useTranslation("pursuits");
  const text = useText();
  const { moving, ended, wishes, list, consents, hasProfile } = useLoaderData<typeof loader>();
  const waiting = consents.filter(({ state }) => state === "requested");
  const answered = consents.filter(({ state }) => state !== "requested");
  const find = (
    <LinkButton look="primary" to="/search" icon={Search}>
      {t("student.find")}
    </LinkButton>
  );
  return (
    <Page title={t("student.title")} lead={t("student.lead")} actions={moving.length > 0 && find}>
      <WaitingConsents consents={waiting} base="/student/consents" />
      {!hasProfile && (
        <Notice actions={<LinkButton to="/student/interests">{t("student.findOut")}</LinkButton>}>
          {t("student.unsure")}
        </Notice>
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
      <Section
        title={t("student.wishes")}
        actions={<TextLink to="/student/searches">{text("search:saved.title")}</TextLink>}
      >
        <ListWarning list={list} />
        {wishes.length === 0 ? (
          <p className="text-ink-soft">{t("student.noWishes")}</p>
        ) : (
          <RowList>
            {wishes.map((wish) => (
              <Row
                key={wish.listingId}
                to={`/placements/${wish.listingId}`}
                title={wish.title}
                detail={wish.organisation}
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
