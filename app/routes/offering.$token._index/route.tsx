import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openVisitorOffer } from "~/features/visitor-offers/open-visitor-offer.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { parseForm } from "~/http/parse-form.server";
import { LinkButton } from "~/ui/button";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { answerSuggestion } from "../mentor.placements.new/answers.server";
import { PlacementForm } from "../mentor.placements.new/placement-form";
import { answerButton, INTENTS, sendOffer } from "./answers.server";
import { ProofForm } from "./proof-form";
import { toOfferView } from "./view.server";

export const handle: PageHandle = { title: "offers:form.title" };

const Intent = z.object({ intent: z.string().max(20).default("") });

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["offer"] });
  const outcome = link.expired ? null : await openVisitorOffer(context.wiring, link.actor);
  if (!outcome?.ok) return { state: "gone" as const };
  return { ...toOfferView(outcome.value, context.language), here: `/offering/${params.token}` };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const here = `/offering/${params.token}`;
  const link = await actorFromLink(context, { token: params.token, kinds: ["offer"] });
  if (link.expired) return redirect(here);
  const asked = await parseForm(request.clone(), Intent, context);
  if (!asked.ok) return asked.reply;
  const [intent] = INTENTS.filter((each) => each === asked.value.intent);
  if (intent) return answerButton(context, link.actor, { intent, here });
  return (await answerSuggestion(request, context)) ?? sendOffer(request, context, { actor: link.actor, here });
}

export default function Offering() {
  const { t } = useTranslation("offers");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as FormReply | undefined;
  if (data.state === "gone")
    return (
      <Page title={t("gone.title")} lead={t("gone.lead")}>
        <LinkButton to="/offer">{t("gone.again")}</LinkButton>
      </Page>
    );
  if (data.state === "asked")
    return (
      <Page title={t("proof.title")} lead={t("proof.lead", { school: data.schoolName })}>
        <ProofForm reply={reply} />
      </Page>
    );
  if (data.state === "handed_over")
    return (
      <Page title={t("known.title")} lead={t("known.lead")}>
        <LinkButton look="primary" to="/sign-in?returnTo=/mentor/placements/new">
          {t("known.signIn")}
        </LinkButton>
      </Page>
    );
  if (data.state === "sent")
    return (
      <Page title={t("sent.title")} lead={t("sent.lead", { ...data })}>
        <p>{t("sent.next", { school: data.schoolName })}</p>
        <p>
          {t("sent.change")} <TextLink to="/sign-in">{t("sent.signIn")}</TextLink>
        </p>
      </Page>
    );
  return (
    <Page title={t("form.title")} lead={t("form.lead", { ...data })}>
      {data.isKept && !reply && <Notice>{t("form.kept")}</Notice>}
      <PlacementForm
        reply={reply ?? { values: data.values }}
        choices={data.choices}
        schools={[]}
        draft="offering"
        keptAt={`${data.here}/draft`}
      />
    </Page>
  );
}
