import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { proposeIntroduction } from "~/features/introductions/propose-introduction.server";
import { parseForm } from "~/http/parse-form.server";
import { ProposalForm as Proposal, proposalRefusals } from "~/http/proposal-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { requireActor } from "~/http/require-actor.server";
import { LinkButton } from "~/ui/button";
import { Hint } from "~/ui/hint";
import { OwnIntroductions } from "~/ui/own-introductions";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ProposalForm } from "~/ui/proposal-form";

export const handle: PageHandle = { title: "introductions:propose.title" };

const KINDS = ["guardian", "student", "staff"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: KINDS });
  return openProposal(context.wiring, actor);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, { kinds: KINDS });
  const form = await parseForm(request, Proposal, context);
  if (!form.ok) return form.reply;
  const outcome = await proposeIntroduction(context.wiring, actor, form.value);
  return outcome.ok
    ? redirectWithToast("/introduce", "introductions:toast.sent")
    : refuse(context, outcome, proposalRefusals, form.typed);
}

export default function Introduce() {
  const { t } = useTranslation(["introductions", "acting"]);
  const { own, timeZone, students, proposesAs, languages } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("propose.title")}
      lead={t("propose.lead")}
      actions={proposesAs === "staff" && <LinkButton to="/introduce/record">{t("acting:forFamily.link")}</LinkButton>}
    >
      <Hint of="introduce" />
      <ProposalForm reply={reply} proposesAs={proposesAs} languages={languages} students={students} />
      <OwnIntroductions own={own} timeZone={timeZone} />
    </Page>
  );
}
