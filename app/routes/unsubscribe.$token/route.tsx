import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askToBeDeleted } from "~/features/mail/ask-to-be-deleted.server";
import { allowMailAgain, type MailToStop, openUnsubscribe, unsubscribe } from "~/features/mail/unsubscribe.server";
import { notFound } from "~/http/refuse.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { HelpLines } from "~/ui/help-lines";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "mailbox:unsubscribe.title" };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const outcome = await openUnsubscribe(context.wiring, { token: params.token ?? "" });
  if (!outcome.ok) throw notFound();
  return outcome.value;
}

/** Mail programs post here by themselves, without cookies and with whatever body; people press a button. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const wish = WISHES.find((one) => asked.has(one)) ?? "stop";
  const outcome = await VERBS[wish](context.wiring, { token: params.token ?? "" });
  // Whoever may not take a silence back reads why on the page.
  if (!outcome.ok && outcome.reason !== "stays_silent") throw notFound();
  return { done: outcome.ok ? wish : null } as const;
}

const WISHES = ["delete", "again"] as const;
const VERBS = { stop: unsubscribe, delete: askToBeDeleted, again: allowMailAgain };

export default function Unsubscribe() {
  const { t } = useTranslation("mailbox");
  const { mail, schoolName, isDigest, canBeDeleted, silence, help } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done;
  const isOver = silence !== "none" || (isDigest && done === "stop");
  const lead = isDigest ? "digestLead" : mail === null ? "forgottenLead" : "lead";
  return (
    <Page
      title={t("unsubscribe.title")}
      lead={isOver || done === "again" ? schoolName : t(`unsubscribe.${lead}`, { school: schoolName, mail })}
    >
      {done && <Notice tone="go">{t(`unsubscribe.${DONE[done]}`)}</Notice>}
      {done === null && silence === "none" && <p>{t("unsubscribe.silent")}</p>}
      {isOver && done !== "delete" && <Silent silence={silence} isSaid={done === "stop"} />}
      {!isOver && (
        <>
          <p>{t(isDigest ? "unsubscribe.digestStill" : "unsubscribe.still")}</p>
          <Form>
            <Button look={done ? "quiet" : "primary"} pendingText={t("unsubscribe.stopping")}>
              {t("unsubscribe.button")}
            </Button>
          </Form>
        </>
      )}
      {canBeDeleted && done !== "delete" && (
        <Section title={t("unsubscribe.deleteTitle")} lead={t("unsubscribe.deleteLead", { school: schoolName })}>
          <Form action="?delete">
            <Button look="danger" pendingText={t("unsubscribe.deleting")}>
              {t("unsubscribe.delete")}
            </Button>
          </Form>
        </Section>
      )}
      {help && <HelpLines help={[help]} />}
    </Page>
  );
}

const DONE = { stop: "done", delete: "deleteDone", again: "againDone" } as const;

/** That the mail is over and, where its reader stopped it, the way back; else why there is none here. */
function Silent({ silence, isSaid }: { silence: MailToStop["silence"]; isSaid: boolean }) {
  const { t } = useTranslation("mailbox");
  if (silence === "none") return null;
  if (silence !== "stopped")
    return <p>{t(silence === "complained" ? "unsubscribe.complained" : "unsubscribe.silent")}</p>;
  return (
    <>
      {!isSaid && <p>{t("unsubscribe.done")}</p>}
      <p>{t("unsubscribe.againLead")}</p>
      <Form action="?again">
        <Button pendingText={t("unsubscribe.saving")}>{t("unsubscribe.again")}</Button>
      </Form>
    </>
  );
}
