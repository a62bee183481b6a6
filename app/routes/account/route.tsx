import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { endOtherSessions } from "~/features/accounts/end-other-sessions.server";
import { endSession } from "~/features/accounts/end-session.server";
import { listOwnMemberships } from "~/features/accounts/list-memberships.server";
import { listSessions } from "~/features/accounts/list-sessions.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, refuse } from "~/http/refuse.server";
import { requireSession } from "~/http/require-actor.server";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Places } from "~/ui/places";
import { Hints } from "./hints";
import { Sessions } from "./sessions";

export const handle: PageHandle = { title: "account:mine.title" };

const SessionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end"), sessionId: z.uuid() }),
  z.object({ intent: z.literal("end-others") }),
]);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  return {
    mail: session.mail,
    hintsOff: session.hintsOff,
    current: session.membershipId,
    memberships: await listOwnMemberships(context.wiring, session),
    sessions: await listSessions(context.wiring, session),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await parseForm(request, SessionForm, context);
  if (!form.ok) return form.reply;
  if (form.value.intent === "end-others") {
    const { value } = await endOtherSessions(context.wiring, session);
    return redirectWithToast("/account", "account:toast.othersEnded", { count: value.ended });
  }
  const outcome = await endSession(context.wiring, session, { sessionId: form.value.sessionId });
  return outcome.ok
    ? redirectWithToast("/account", "account:toast.sessionEnded")
    : refuse(context, outcome, { not_found: NOT_FOUND });
}

export default function Account() {
  const { t } = useTranslation("account");
  const { mail, hintsOff, current, memberships, sessions } = useLoaderData<typeof loader>();
  return (
    <Page title={t("mine.title")} lead={t("mine.signedInAs", { mail })}>
      <Places memberships={memberships} current={current} />
      <Sessions sessions={sessions} />
      <Hints off={hintsOff} />
    </Page>
  );
}
