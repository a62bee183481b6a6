import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { invitePeople } from "~/features/people/invite-people.server";
import { listNotIn } from "~/features/people/list-not-in.server";
import { parseForm } from "~/http/parse-form.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { refuse } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { EmptyState } from "~/ui/empty-state";
import type { FormReply } from "~/ui/form-reply";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import { Letter } from "../coordinator.people.$memberId_.invite/letter";
import { type Letter as Words, wordsOfLetter } from "../coordinator.people.$memberId_.invite/letter-words.server";
import { ChooseForm } from "./choose-form";

export const handle: PageHandle = { title: "invitations:many.title" };

const Chosen = z.object({ intent: z.enum(["mail", "letter"]), person: z.array(z.uuid()).default([]) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const page = Number(new URL(request.url).searchParams.get("page"));
  const outcome = await listNotIn(context.wiring, actor, { page });
  if (!outcome.ok) throw new Response(null, { status: 403 });
  return outcome.value;
}

/** The codes of letters are shown by this answer and by none after it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const form = await parseForm(request, Chosen, context);
  if (!form.ok) return form.reply;
  const { intent: way, person: personIds } = form.value;
  const outcome = await invitePeople(context.wiring, actor, { personIds, way });
  if (!outcome.ok)
    return refuse(
      context,
      outcome,
      {
        not_permitted: { status: 403, key: "people:fault.not_permitted" },
        nobody_chosen: { status: 422, key: "invitations:fault.nobody_chosen", field: "person" },
      },
      form.typed,
    );
  const { invited, passed, letters } = outcome.value;
  if (way === "mail") {
    const after = passed > 0 ? [{ key: "invitations:toast.passed" as const, count: passed }] : [];
    return redirectWithToast("/coordinator/people/invite", "invitations:toast.invited", { count: invited, after });
  }
  const words = letters.map((letter) =>
    wordsOfLetter(letter, { origin: context.wiring.env.origin, printer: context.language }),
  );
  return json({ ok: true as const, letters: words, passed }, { headers: { "Cache-Control": "no-store" } });
}

export default function InviteMany() {
  const { t } = useTranslation("invitations");
  const { count, people, page, pages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormReply | { letters: Words[]; passed: number } | undefined;
  const back = { to: "/coordinator/people", label: t("many.back") };
  if (answer && "letters" in answer)
    return (
      <Page
        title={<span className="print:hidden">{t("many.letters", { count: answer.letters.length })}</span>}
        lead={<span className="print:hidden">{t("many.shownOnce")}</span>}
        back={{ to: "/coordinator/people/invite", label: t("many.title") }}
        actions={answer.letters.length > 0 && <PrintButton />}
      >
        {answer.passed > 0 && (
          <div className="print:hidden">
            <Notice tone="wait">{t("many.noLetter", { count: answer.passed })}</Notice>
          </div>
        )}
        {answer.letters.map((words) => (
          <Letter key={words.code} words={words} />
        ))}
      </Page>
    );
  return (
    <Page title={t("many.title")} lead={t("many.lead", { count })} back={back}>
      {people.length > 0 ? (
        <ChooseForm people={people} reply={answer} />
      ) : (
        <EmptyState title={t("many.none")}>{t("many.noneText")}</EmptyState>
      )}
      <Pagination page={page} pages={pages} />
    </Page>
  );
}
