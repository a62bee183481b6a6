import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { listFirstContacts } from "~/features/mentors/list-first-contacts.server";
import { listOwnPlacements } from "~/features/placements/list-own-placements.server";
import { requireMentor } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ContactList } from "./contact-list";
import { PlacementList } from "./placement-list";

export const handle: PageHandle = { title: "placements:home.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireMentor(request, context);
  const contacts = await listFirstContacts(context.wiring, actor);
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
  return {
    waiting: contacts.filter((contact) => contact.state === "contacted"),
    others: contacts.filter((contact) => contact.state !== "contacted"),
    placements,
  };
}

export default function MentorHome() {
  const { t } = useTranslation("placements");
  const { waiting, others, placements } = useLoaderData<typeof loader>();
  const post = (
    <LinkButton look="primary" to="/mentor/placements/new" icon={Plus}>
      {t("home.post")}
    </LinkButton>
  );
  return (
    <Page title={t("home.title")} lead={t("home.lead")} actions={placements.length > 0 && post}>
      {waiting.length > 0 && (
        <Section title={t("home.waiting")} lead={t("home.waitingLead")}>
          <ContactList contacts={waiting} label={t("home.waiting")} />
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
      {others.length > 0 && (
        <Section title={t("home.students")}>
          <ContactList contacts={others} label={t("home.students")} />
        </Section>
      )}
    </Page>
  );
}
