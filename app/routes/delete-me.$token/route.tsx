import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deleteInvitee } from "~/features/introductions/delete-invitee.server";
import { openInvitation } from "~/features/introductions/open-invitation.server";
import { actorFromLink } from "~/http/actor-from-link.server";
import { redirectWithToast } from "~/http/redirect-with-toast.server";
import { NOT_FOUND, notFound, refuse } from "~/http/refuse.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { formatPhone } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { SentenceWithPhone } from "~/ui/phone-link";

export const handle: PageHandle = { title: "introductions:remove.title" };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["delete-me"] });
  if (link.expired) return { state: "gone", help: null };
  const outcome = await openInvitation(context.wiring, link.actor);
  if (!outcome.ok) throw notFound();
  const { state, mentorName, school } = outcome.value;
  return {
    state: state === "accepted" ? "accepted" : mentorName === "" ? "gone" : "here",
    help: { name: school.helpName, phone: school.helpPhone },
  };
}

export async function action({ context, params }: ActionFunctionArgs) {
  const link = await actorFromLink(context, { token: params.token, kinds: ["delete-me"] });
  if (link.expired) return redirect(`/delete-me/${params.token}`);
  const outcome = await deleteInvitee(context.wiring, link.actor);
  if (outcome.ok) return redirectWithToast(`/delete-me/${params.token}`, "introductions:toast.deleted");
  return refuse(context, outcome, {
    not_permitted: { status: 403, key: "introductions:fault.not_permitted" },
    not_found: NOT_FOUND,
    wrong_state: { status: 409, key: "introductions:fault.wrong_state" },
    still_needed: { status: 409, key: "introductions:fault.still_needed" },
  });
}

export default function DeleteMe() {
  const { t } = useTranslation("introductions");
  const { state, help } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page title={t("remove.title")} lead={t("remove.lead")}>
      {state === "here" && (
        <Form reply={reply}>
          <Button look="danger" pendingText={t("remove.deleting")}>
            {t("remove.button")}
          </Button>
        </Form>
      )}
      {state === "gone" && <Notice tone="go">{t("remove.done")}</Notice>}
      {state === "accepted" && help && (
        <Notice>
          <SentenceWithPhone
            sentence={t("remove.accepted", { name: help.name, phone: formatPhone(help.phone) })}
            phone={help.phone}
          />
        </Notice>
      )}
    </Page>
  );
}
