import { type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { LinkActor } from "~/domain/actor";
import { readLetterCode } from "~/domain/notice/letter-code";
import { askToJoin, type JoinRefusal } from "~/features/accounts/ask-to-join.server";
import { openInvitation } from "~/features/accounts/open-invitation.server";
import { openJoinLink } from "~/features/accounts/open-join-link.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { parseForm } from "~/http/parse-form.server";
import { notFound, type Refusals, refuse } from "~/http/refuse.server";
import { askingBrowserCookie, readSession } from "~/http/session.server";
import { answerSteadily } from "~/http/steady-answer.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextField } from "~/ui/text-fields";
import { TextLink } from "~/ui/text-link";

export const handle: PageHandle = { title: "invitations:join.title" };

const JoinForm = z.object({ mail: z.string().trim().max(254).default("") });

const refusals: Refusals<JoinRefusal> = {
  not_permitted: { status: 404, key: "errors:notFound.title" },
  over: { status: 410, key: "invitations:over.title" },
  unreadable: { status: 422, key: "invitations:fault.mail", field: "mail" },
  too_many: { status: 429, key: "account:signIn.tooMany" },
};

/** Who presses the button; null with a link that has run out. Throws for one that nobody made, and for a place that guesses. */
async function presserOf(context: AppLoadContext, token: string | undefined): Promise<LinkActor | null> {
  const opened = await openJoinLink(context.wiring, { token, address: context.clientAddress });
  if (opened.ok) return opened.value;
  if (opened.reason === "too_many") throw new Response(null, { status: 429 });
  if (opened.reason === "not_found") throw notFound();
  return null;
}

/** Looking is not counted, because it would be written: what keeps guessers out here is the length of a code. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["join"] });
  const outcome = link.expired ? null : await openInvitation(context.wiring, link.actor);
  if (!outcome?.ok) return { state: "over" as const };
  const session = await readSession(request, context);
  const code = session?.actor?.kind === "staff" ? readLetterCode(params.token ?? "") : null;
  const ofLetter = code === null ? null : `/letters/${code}`;
  if (session) return { state: "signed_in" as const, mail: session.mail, ofLetter };
  return { state: "open" as const, ...outcome.value };
}

/** A browser that is signed in as somebody takes no other place: a student's could take a guardian's. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await presserOf(context, params.token);
  if (!actor || (await readSession(request, context))) return redirect(`/join/${params.token}`);
  const form = await parseForm(request, JoinForm, context);
  if (!form.ok) return form.reply;
  const outcome = await answerSteadily(askToJoin(context.wiring, actor, form.value));
  if (!outcome.ok) return refuse(context, outcome, refusals, form.typed);
  return redirect("/sign-in/code", { headers: { "Set-Cookie": askingBrowserCookie(context, outcome.value.browser) } });
}

export default function Join() {
  const { t } = useTranslation("invitations");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (data.state === "over")
    return (
      <Page title={t("over.title")} lead={t("over.lead")}>
        <p>
          {t("over.in")} <TextLink to="/sign-in">{t("code.signIn")}</TextLink>
        </p>
      </Page>
    );
  if (data.state === "signed_in")
    return (
      <Page title={t("join.title")} lead={t("signedIn.lead", { mail: data.mail })}>
        <Form action="/sign-out">
          <Button>{t("signedIn.out")}</Button>
        </Form>
        {data.ofLetter && (
          <p>
            <TextLink to={data.ofLetter}>{t("signedIn.find")}</TextLink>
          </p>
        )}
      </Page>
    );
  const { name, schoolName: school } = data;
  return (
    <Page title={t("join.title")} lead={t(`join.lead.${data.as}`, { name, school })}>
      <Form reply={reply}>
        {data.needsAddress && (
          <TextField
            name="mail"
            type="email"
            label={t("join.mail")}
            hint={t("join.mailHint")}
            autoComplete="email"
            inputMode="email"
            maxLength={254}
            required
          />
        )}
        <Button look="primary" pendingText={t("join.pending")}>
          {t(data.needsAddress ? "join.send" : "join.sendKnown")}
        </Button>
      </Form>
      <p className="text-ink-soft">{t("join.notMe", { name })}</p>
    </Page>
  );
}
