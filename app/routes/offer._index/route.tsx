import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listOfferSchools } from "~/features/visitor-offers/list-offer-schools.server";
import { Row, RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "offers:choose.title" };

/** Where there is only one school, nobody is asked to choose. */
export async function loader({ context }: LoaderFunctionArgs) {
  const schools = await listOfferSchools(context.wiring);
  const [only, ...others] = schools;
  if (only && others.length === 0) throw redirect(`/offer/${only.slug}`);
  return { schools };
}

export default function ChooseSchool() {
  const { t } = useTranslation("offers");
  const { schools } = useLoaderData<typeof loader>();
  return (
    <Page title={t("choose.title")} lead={schools.length > 0 ? t("choose.lead") : undefined}>
      {schools.length === 0 ? (
        <EmptyState title={t("choose.none")} />
      ) : (
        <RowList>
          {schools.map(({ slug, name }) => (
            <Row key={slug} title={name} to={`/offer/${slug}`} />
          ))}
        </RowList>
      )}
    </Page>
  );
}
