import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type SuggestRefusal, suggestSite } from "~/features/search/suggest-site.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { type Refusals, refuse } from "~/http/refuse.server";
import { requireActor } from "~/http/require-actor.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextArea, TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";

export const handle: PageHandle = { title: "search:suggest.title" };

const KINDS = ["student", "guardian"] as const;
const LONGEST_WISH = 1_000;

const Suggestion = z.object({
  place: z.string().trim().min(1, "search:suggest.fault.place_missing").max(200),
  wish: z.string().trim().max(LONGEST_WISH).default(""),
});

const refusals: Refusals<SuggestRefusal> = {
  not_permitted: { status: 403, key: "search:suggest.fault.not_permitted" },
  place_missing: { status: 422, key: "search:suggest.fault.place_missing", field: "place" },
  too_many_waiting: { status: 429, key: "search:suggest.fault.too_many_waiting" },
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(request, context, { kinds: KINDS });
  return { wish: (new URL(request.url).searchParams.get("wish") ?? "").slice(0, LONGEST_WISH) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: KINDS });
  const form = await parseForm(request, Suggestion, context);
  if (!form.ok) return form.reply;
  const outcome = await suggestSite(context.wiring, actor, form.value);
  return outcome.ok
    ? redirectWithToast("/search", "search:toast.suggested")
    : refuse(context, outcome, refusals, form.typed);
}

export default function Suggest() {
  const { t } = useTranslation("search");
  const { wish } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("suggest.title")} lead={t("suggest.lead")} back={{ to: "/search", label: t("suggest.back") }}>
      <Form reply={reply} draft="suggest">
        <TextField
          name="place"
          label={t("suggest.place")}
          hint={t("suggest.placeHint")}
          maxLength={200}
          required
          autoComplete="off"
        />
        <TextArea name="wish" label={t("suggest.wish")} maxLength={LONGEST_WISH} defaultValue={wish} rows={2} />
        <p className="text-ink-soft">{t("suggest.promise")}</p>
        <Button look="primary" pendingText={t("suggest.sending")}>
          {t("suggest.send")}
        </Button>
      </Form>
      <p>
        {t("suggest.person")} <TextLink to="/introduce">{t("suggest.introduce")}</TextLink>
      </p>
    </Page>
  );
}
