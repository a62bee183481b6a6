import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openProposal } from "~/features/introductions/open-proposal.server";
import { proposeIntroduction } from "~/features/introductions/propose-introduction.server";
import { sendIntroduceLink } from "~/features/introductions/send-introduce-link.server";
import { findSchoolHelp } from "~/features/schools/find-school-help.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { parseForm } from "~/http/parse-form.server";
import { ProposalForm as Proposal, proposalRefusals } from "~/http/proposal-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { formatPhone } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { OwnIntroductions } from "~/ui/own-introductions";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SentenceWithPhone } from "~/ui/phone-link";
import { ProposalForm } from "~/ui/proposal-form";

export const handle: PageHandle = { title: "introductions:propose.title" };

/** A guardian's own link, and the one by which they answer for their child. */
const KINDS = ["introduce", "consent"] as const;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: KINDS });
  if (link.expired) return { expired: true as const, help: await findSchoolHelp(context.wiring, link) };
  return { expired: false as const, page: await openProposal(context.wiring, link.actor) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: KINDS });
  const here = `/introduce/${params.token}`;
  if (link.expired) {
    // The same answer whatever happens: whether an address is known is nobody's business who holds an old link.
    await sendIntroduceLink(context.wiring, link.linkId);
    return redirectWithToast(here, "introductions:toast.freshLink");
  }
  const form = await parseForm(request, Proposal, context);
  if (!form.ok) return form.reply;
  const outcome = await proposeIntroduction(context.wiring, link.actor, form.value);
  if (!outcome.ok) return refuse(context, outcome, proposalRefusals, form.typed);
  return redirectWithToast(here, "introductions:toast.sent");
}

export default function IntroduceByLink() {
  const { t } = useTranslation("introductions");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (data.expired) return <ExpiredLink help={data.help} />;
  const { own, timeZone, ...page } = data.page;
  return (
    <Page title={t("propose.title")} lead={t("propose.lead")}>
      <ProposalForm {...page} reply={reply} />
      <OwnIntroductions own={own} timeZone={timeZone} />
    </Page>
  );
}

function ExpiredLink({ help: { name, phone } }: { help: { name: string; phone: string } }) {
  const { t } = useTranslation("introductions");
  return (
    <Page title={t("fresh.title")}>
      <Notice tone="wait">{t("fresh.text")}</Notice>
      <Form>
        <Button look="primary" pendingText={t("fresh.sending")}>
          {t("fresh.button")}
        </Button>
      </Form>
      <p className="text-ink-soft">
        <SentenceWithPhone sentence={t("invitation.help", { name, phone: formatPhone(phone) })} phone={phone} />
      </p>
    </Page>
  );
}
