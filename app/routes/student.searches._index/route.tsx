import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deleteSearch } from "~/features/search/delete-search.server";
import { listOwnSearches } from "~/features/search/list-saved-searches.server";
import { renameSearch } from "~/features/search/rename-search.server";
import { limitsOf } from "~/features/search/search-wish";
import { switchSearchMail } from "~/features/search/switch-search-mail.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, type Refusals, refuse } from "~/http/refuse.server";
import { requireStudent } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { RowList } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { addressOf } from "../search/search-params";
import { LONGEST_NAME, SavedSearchForm } from "./form.server";
import { NoMail } from "./no-mail";
import { SearchRow } from "./search-row";

export const handle: PageHandle = { title: "search:saved.title" };

const HERE = "/student/searches";

const REFUSALS: Refusals<"not_permitted" | "not_found"> = {
  not_permitted: { status: 403, key: "search:saved.fault.not_permitted" },
  not_found: NOT_FOUND,
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const outcome = await listOwnSearches(context.wiring, actor);
  if (!outcome.ok) throw new Response(null, { status: 403 });
  const { searches, noMailBecause } = outcome.value;
  return {
    noMailBecause: searches.some(({ mailsNews }) => mailsNews) ? noMailBecause : null,
    longestName: LONGEST_NAME,
    searches: searches.map(({ id, name, wish, mailsNews }) => ({
      id,
      name,
      text: wish.text,
      limits: limitsOf(wish).length,
      to: `/search${addressOf(wish)}`,
      mailsNews,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStudent(request, context);
  const form = await parseForm(request, SavedSearchForm, context);
  if (!form.ok) return form.reply;
  const { wiring } = context;
  const asked = form.value;
  switch (asked.intent) {
    case "rename": {
      const outcome = await renameSearch(wiring, actor, asked);
      return outcome.ok
        ? redirectWithToast(HERE, "search:toast.renamed")
        : refuse(context, outcome, REFUSALS, form.typed);
    }
    case "mail-on":
    case "mail-off": {
      const { searchId, intent } = asked;
      const outcome = await switchSearchMail(wiring, actor, { searchId, mailsNews: intent === "mail-on" });
      if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
      return redirectWithToast(HERE, intent === "mail-on" ? "search:toast.mailOn" : "search:toast.mailOff");
    }
    case "delete": {
      const outcome = await deleteSearch(wiring, actor, asked);
      return outcome.ok
        ? redirectWithToast(HERE, "search:toast.forgotten")
        : refuse(context, outcome, REFUSALS, form.typed);
    }
  }
}

export default function SavedSearches() {
  const { t } = useTranslation("search");
  const { searches, noMailBecause, longestName } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const find = <LinkButton to="/search">{t("saved.find")}</LinkButton>;
  return (
    <Page title={t("saved.title")} lead={t("saved.lead")} back={{ to: "/search", label: t("back") }}>
      <NoMail because={noMailBecause} />
      {searches.length === 0 ? (
        <EmptyState title={t("saved.noneTitle")} action={find}>
          {t("saved.none")}
        </EmptyState>
      ) : (
        <RowList label={t("saved.title")}>
          {searches.map((search) => (
            <SearchRow
              key={search.id}
              search={search}
              longestName={longestName}
              reply={reply?.values?.searchId === search.id ? reply : undefined}
            />
          ))}
        </RowList>
      )}
    </Page>
  );
}
