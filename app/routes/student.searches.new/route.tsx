import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { listOwnSearches } from "~/features/search/list-saved-searches.server";
import { saveSearch } from "~/features/search/save-search.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireStudent } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice-fields";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextField } from "~/ui/text-fields";
import { addressOf, readWish } from "../search/search-params";
import { LONGEST_NAME, nameField } from "../student.searches._index/form.server";
import { NoMail } from "../student.searches._index/no-mail";

export const handle: PageHandle = { title: "search:keep.title" };

const SearchForm = z.object({ name: nameField, mail: z.literal("on").optional() });

const REFUSALS: Refusals<"not_permitted" | "too_many_searches"> = {
  not_permitted: { status: 403, key: "search:saved.fault.not_permitted" },
  too_many_searches: { status: 409, key: "search:saved.fault.too_many_searches" },
};

/** The search to keep is the address of this page; the page of results does not belong to it. */
const wishOf = (request: Request) => ({ ...readWish(new URL(request.url).searchParams), page: 1 });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStudent(request, context);
  const outcome = await listOwnSearches(context.wiring, actor);
  const wish = wishOf(request);
  return {
    name: wish.text.trim().slice(0, LONGEST_NAME),
    search: addressOf(wish),
    longestName: LONGEST_NAME,
    noMailBecause: outcome.ok ? outcome.value.noMailBecause : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStudent(request, context);
  const form = await parseForm(request, SearchForm, context);
  if (!form.ok) return form.reply;
  const wish = wishOf(request);
  const { name, mail } = form.value;
  const outcome = await saveSearch(context.wiring, actor, { name, wish, mailsNews: mail === "on" });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(`/search${addressOf(wish)}`, "search:toast.kept");
}

export default function KeepSearch() {
  const { t } = useTranslation("search");
  const { name, search, longestName, noMailBecause } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("keep.title")} lead={t("keep.lead")} back={{ to: `/search${search}`, label: t("back") }}>
      <Form reply={reply}>
        <TextField
          name="name"
          label={t("saved.name")}
          hint={t("saved.nameHint")}
          maxLength={longestName}
          defaultValue={name}
          required
          autoComplete="off"
        />
        <Checkbox name="mail" label={t("saved.mail")} hint={t("saved.mailHint")} defaultChecked={!noMailBecause} />
        <NoMail because={noMailBecause} />
        <Button look="primary" pendingText={t("saved.saving")}>
          {t("keep.save")}
        </Button>
      </Form>
    </Page>
  );
}
