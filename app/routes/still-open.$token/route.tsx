import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { STILL_OPEN_ANSWERS } from "~/domain/listing/still-open";
import { answerStillOpen } from "~/features/placements/answer-still-open.server";
import { openStillOpen } from "~/features/placements/open-still-open.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast, type ToastKey } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { AskedListings } from "./asked-listings";

export const handle: PageHandle = { title: "placements:stillOpen.title" };

const AnswerForm = z.object({ listingId: z.uuid(), answer: z.enum(STILL_OPEN_ANSWERS) });

const refusals: Refusals<"not_permitted" | "not_found" | "wrong_state" | "still_needed"> = {
  not_permitted: NOT_FOUND,
  not_found: NOT_FOUND,
  wrong_state: { status: 409, key: "placements:stillOpen.answered" },
  still_needed: { status: 409, key: "placements:stillOpen.answered" },
};

const TOASTS: Record<string, ToastKey> = {
  published: "placements:toast.stillOpen",
  paused: "placements:toast.paused",
  archived: "placements:toast.archived",
  in_review: "placements:toast.resubmitted",
};

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["still-open"] });
  if (link.expired) return { expired: true as const };
  const outcome = await openStillOpen(context.wiring, link.actor);
  if (!outcome.ok) throw notFound();
  return { expired: false as const, page: outcome.value };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["still-open"] });
  if (link.expired) throw notFound();
  const form = await parseForm(request, AnswerForm, context);
  if (!form.ok) return form.reply;
  const outcome = await answerStillOpen(context.wiring, link.actor, form.value);
  if (!outcome.ok) return refuse(context, outcome, refusals, form.typed);
  return redirectWithToast(`/still-open/${params.token}`, TOASTS[outcome.value.state] ?? "placements:toast.changed");
}

export default function StillOpen() {
  const { t } = useTranslation("placements");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (data.expired) {
    return (
      <Page title={t("stillOpen.expiredTitle")}>
        <Notice tone="wait">{t("stillOpen.expired")}</Notice>
      </Page>
    );
  }
  const { school, listings } = data.page;
  return (
    <Page title={t("stillOpen.title")} lead={t("stillOpen.lead", { school: school.name })}>
      {reply?.errors?.[""] && <Notice tone="stop">{reply.errors[""]}</Notice>}
      {listings.length === 0 ? (
        <Notice tone="go">{t("stillOpen.nothing")}</Notice>
      ) : (
        <AskedListings listings={listings} />
      )}
    </Page>
  );
}
