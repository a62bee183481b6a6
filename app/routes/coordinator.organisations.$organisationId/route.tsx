import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MOST_CONTACTS_SHOWN, MOST_LISTINGS_SHOWN } from "~/domain/outreach/shown-at";
import { openOrganisation } from "~/features/outreach/open-organisation.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Row, RowList } from "~/ui/card";
import { ContactsAt } from "~/ui/contacts-at";
import { ListingBadge } from "~/ui/listing-badge";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { OrganisationFacts } from "./organisation-facts";

export const handle: PageHandle = { titleFrom: (data) => data.organisation.name };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openOrganisation(context.wiring, actor, parseParams(params, "organisationId"));
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export default function OrganisationPage() {
  const { t } = useTranslation(["outreach", "placements"]);
  const { organisation, contacts, mentors, sites, listings } = useLoaderData<typeof loader>();
  return (
    <Page
      title={organisation.name}
      back={{ to: "/coordinator/contacts", label: t("one.back") }}
      actions={
        <LinkButton to={`/coordinator/contacts/new?${new URLSearchParams({ organisation: organisation.name })}`}>
          {t("organisation.addContact")}
        </LinkButton>
      }
    >
      <OrganisationFacts organisation={organisation} sites={sites} />
      <Section title={t("organisation.contacts")}>
        {contacts.length === 0 ? <p>{t("organisation.noContacts")}</p> : <ContactsAt contacts={contacts} />}
        {contacts.length >= MOST_CONTACTS_SHOWN && (
          <TextLink to={`/coordinator/contacts?${new URLSearchParams({ q: organisation.name })}`}>
            {t("organisation.more")}
          </TextLink>
        )}
      </Section>
      <Section title={t("organisation.mentors")}>
        {mentors.length === 0 ? (
          <p>{t("organisation.noMentors")}</p>
        ) : (
          <ul className="space-y-2">
            {mentors.map(({ id, fullName }) => (
              <li key={id} className="wrap-anywhere">
                <TextLink to={`/coordinator/checks/${id}`}>{fullName}</TextLink>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("organisation.listings")}>
        {listings.length === 0 ? (
          <p>{t("organisation.noListings")}</p>
        ) : (
          <RowList label={t("organisation.listings")}>
            {listings.map(({ id, title, state, seats }) => (
              <Row
                key={id}
                to={`/coordinator/listings/${id}`}
                title={title}
                detail={t("placements:seats", { count: seats })}
                status={<ListingBadge state={state} />}
              />
            ))}
          </RowList>
        )}
        {listings.length >= MOST_LISTINGS_SHOWN && (
          <TextLink to={`/coordinator/listings?${new URLSearchParams({ show: "published", q: organisation.name })}`}>
            {t("organisation.more")}
          </TextLink>
        )}
      </Section>
      <p>
        <TextLink to="/coordinator/duplicates/choose?of=organisations">{t("organisation.twice")}</TextLink>
      </p>
    </Page>
  );
}
