import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openUnreachedMail } from "~/features/mail/open-unreached-mail.server";
import { type SendAgainRefusal, sendMailAgain } from "~/features/mail/send-mail-again.server";
import { parseForm } from "~/http/parse-form.server";
import { parseParams } from "~/http/parse-params.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusals, refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";
import { SendAgainForm } from "./send-again-form";
import { UnreachedFacts } from "./unreached-facts";

export const handle: PageHandle = { title: "mails:unreached.title" };

const SendAgain = z.object({ address: z.email().max(254), old: z.enum(["theirs", "strangers"]).optional() });

const REFUSALS: Refusals<SendAgainRefusal> = {
  not_permitted: { status: 403, key: "mails:fault.not_permitted" },
  not_found: NOT_FOUND,
  sent_already: { status: 409, key: "mails:fault.sent_already" },
  words_gone: { status: 409, key: "mails:fault.words_gone" },
  of_another_release: { status: 409, key: "mails:fault.of_another_release" },
  no_longer_true: { status: 409, key: "mails:fault.no_longer_true" },
  address_complained: { status: 422, key: "mails:fault.address_complained", field: "address" },
  address_not_usable: { status: 422, key: "mails:fault.address_not_usable", field: "address" },
  whose_missing: { status: 422, key: "mails:fault.whose_missing", field: "old" },
  silenced: { status: 422, key: "mails:fault.silenced", field: "address" },
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { unreachedId: mailId } = parseParams(params, "unreachedId");
  const outcome = await openUnreachedMail(context.wiring, actor, { mailId });
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const { unreachedId: mailId } = parseParams(params, "unreachedId");
  const form = await parseForm(request, SendAgain, context);
  if (!form.ok) return form.reply;
  const outcome = await sendMailAgain(context.wiring, actor, { mailId, ...form.value });
  if (!outcome.ok) return refuse(context, outcome, REFUSALS, form.typed);
  return redirectWithToast(
    "/coordinator/tasks",
    outcome.value.isLater ? "mails:toast.sentLater" : "mails:toast.sentAgain",
  );
}

export default function Unreached() {
  const { t } = useTranslation("mails");
  const mail = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={t("unreached.title")}
      lead={t("unreached.lead")}
      back={{ to: "/coordinator/tasks", label: t("unreached.back") }}
    >
      <UnreachedFacts mail={mail} />
      {mail.about && (
        <p>
          <TextLink to={`/coordinator/${mail.about.noun}s/${mail.about.id}`}>
            {t(`unreached.about.${mail.about.noun}`)}
          </TextLink>
        </p>
      )}
      {mail.isSentAgain && <Notice tone="go">{t("unreached.again")}</Notice>}
      {!mail.isSentAgain && mail.isWiped && <Notice>{t("unreached.wiped")}</Notice>}
      {!mail.isSentAgain && !mail.isWiped && !mail.isWritable && <Notice>{t("unreached.otherRelease")}</Notice>}
      {!mail.isSentAgain && !mail.isWiped && mail.isWritable && (
        <Section title={t("unreached.correct")}>
          <SendAgainForm suggested={mail.suggested} asksWhose={mail.asksWhose} reply={reply} />
        </Section>
      )}
    </Page>
  );
}
