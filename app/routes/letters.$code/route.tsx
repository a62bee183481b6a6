import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findLetter } from "~/features/letters/find-letter.server";
import { pathOfLetter } from "~/http/path-of-letter.server";
import { notFound } from "~/http/refuse.server";
import { readSession } from "~/http/session.server";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { TextLink } from "~/ui/text-link";

export const handle: PageHandle = { title: "calls:paper.title" };

/**
 * Where the QR code of a printed letter leads: staff to what it is of, whoever got it to their own page. To whoever is signed out
 * every code looks the same, because the paper may lie anywhere.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await readSession(request, context);
  if (!session) return { returnTo: new URL(request.url).pathname };
  const { actor } = session;
  if (!actor) throw redirect("/account");
  // What was written to a host waits on their own page, whichever letter it is.
  if (actor.kind === "mentor") throw redirect("/mentor");
  const outcome = await findLetter(context.wiring, actor, { letterCode: params.code ?? "" });
  if (!outcome.ok) throw notFound();
  throw redirect(pathOfLetter(actor, outcome.value));
}

export default function PrintedLetter() {
  const { t } = useTranslation("calls");
  const { returnTo } = useLoaderData<typeof loader>();
  return (
    <Page title={t("paper.title")} lead={t("paper.lead")}>
      <div className="flex flex-wrap gap-3">
        <LinkButton look="primary" to={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>
          {t("paper.signIn")}
        </LinkButton>
        <LinkButton to="/join">{t("paper.join")}</LinkButton>
      </div>
      <p>{t("paper.without")}</p>
      <p className="text-ink-soft">
        {t("paper.ask")} <TextLink to="/question">{t("paper.question")}</TextLink>
      </p>
    </Page>
  );
}
