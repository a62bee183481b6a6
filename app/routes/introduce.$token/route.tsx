import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { proposeIntroduction } from "~/features/introductions/propose-introduction.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { parseForm } from "~/http/parse-form.server";
import { ProposalForm as Proposal, proposalRefusals } from "~/http/proposal-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ProposalForm } from "~/ui/proposal-form";

export const handle: PageHandle = { title: "introductions:propose.title" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["introduce"] });
  if (link.expired) return { expired: true as const };
  // Whom the family proposed before is not shown to the bearer of a link.
  const { children, languages, proposesAs, schoolName } = await openProposal(context.wiring, link.actor);
  return { expired: false as const, children, languages, proposesAs, schoolName };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["introduce"] });
  if (link.expired) return redirect(`/introduce/${params.token}`);
  const form = await parseForm(request, Proposal, context);
  if (!form.ok) return form.reply;
  const outcome = await proposeIntroduction(context.wiring, link.actor, form.value);
  if (!outcome.ok) return refuse(context, outcome, proposalRefusals, form.typed);
  return redirectWithToast(`/introduce/${params.token}`, "introductions:toast.sent");
}

export default function IntroduceByLink() {
  const { t } = useTranslation("introductions");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (data.expired) {
    return (
      <Page title={t("invitation.expiredTitle")}>
        <Notice tone="wait">{t("invitation.expired")}</Notice>
      </Page>
    );
  }
  return (
    <Page title={t("propose.title")} lead={t("propose.lead")}>
      <ProposalForm reply={reply} proposesAs={data.proposesAs} languages={data.languages} students={data.children} />
    </Page>
  );
}
