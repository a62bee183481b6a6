import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailPlus, School, Upload, UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { listPeople } from "~/features/people/list-people.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { LinkTabs } from "~/ui/link-tabs";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { useText } from "~/ui/use-text";
import { PeopleRows } from "./people-rows";
import { SearchBox } from "./search-box";
import { LISTS, listAddress, readView } from "./view";

export const handle: PageHandle = { title: "people:title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const view = readView(request.url);
  const outcome = await listPeople(context.wiring, actor, view);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return { ...view, ...outcome.value, isAdmin: actor.role === "admin" };
}

export default function People() {
  const { t } = useTranslation("people");
  const text = useText();
  const { people, counts, show, words, page, pages, schoolName } = useLoaderData<typeof loader>();
  const tabs = LISTS.map((list) => ({
    to: listAddress(list, words),
    label: t(`show.${list}`),
    current: list === show,
    count: counts[list],
  }));
  return (
    <Page
      title={t("title")}
      lead={t("lead", { school: schoolName })}
      width="wide"
      actions={
        <>
          <LinkButton
            look="primary"
            icon={UserPlus}
            to={`/coordinator/people/new${show === "all" ? "" : `?as=${show}`}`}
          >
            {t("add")}
          </LinkButton>
          <LinkButton icon={MailPlus} to="/coordinator/people/invite">
            {t("invite")}
          </LinkButton>
          <LinkButton icon={School} to="/coordinator/people/arrivals">
            {text("transfers:arrivals.link")}
          </LinkButton>
          <LinkButton icon={Upload} to={`/coordinator/imports?kind=${show === "guardian" ? "guardians" : "students"}`}>
            {t("import")}
          </LinkButton>
        </>
      }
    >
      <SearchBox show={show} words={words} />
      <LinkTabs tabs={tabs} label={t("show.label")} />
      {people.length > 0 ? <PeopleRows people={people} label={t(`show.${show}`)} /> : <Nobody />}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}

/** A school of its admin alone is as good as empty: what to begin with is said there. */
function Nobody() {
  const { t } = useTranslation("people");
  const { words, counts } = useLoaderData<typeof loader>();
  if (words) return <EmptyState title={t("found.title")}>{t("found.text")}</EmptyState>;
  const isNew = counts.student === 0;
  return (
    <EmptyState
      title={isNew ? t("empty.title") : t("noneOf.title")}
      action={isNew && <LinkButton to="/coordinator/people/new?as=advisor">{t("empty.first")}</LinkButton>}
    >
      {isNew ? t("empty.text") : t("noneOf.text")}
    </EmptyState>
  );
}
