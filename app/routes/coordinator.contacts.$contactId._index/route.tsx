import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openContact } from "~/features/outreach/open-contact.server";
import { parseParams } from "~/http/parse-params.server";
import { notFound } from "~/http/refuse.server";
import { requireCoordinator } from "~/http/require-actor.server";
import { Button, LinkButton } from "~/ui/button";
import { ContactFields } from "~/ui/contact-fields";
import { Disclosure } from "~/ui/disclosure";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { formatDay } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { answerContactForm } from "./answer-form.server";
import { ApartHere } from "./apart-here";
import { AtOrganisation } from "./at-organisation";
import { ContactFacts } from "./contact-facts";
import { ContactHistory } from "./contact-history";
import { historyOf } from "./history";
import { MergedHere } from "./merged-here";
import { WriteDown } from "./write-down";

export const handle: PageHandle = { title: "outreach:list.title" };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const outcome = await openContact(context.wiring, actor, parseParams(params, "contactId"));
  if (!outcome.ok) throw notFound();
  const { notes, mails, mentor, ...opened } = outcome.value;
  return {
    ...opened,
    mentorOf: mentor === null ? null : mentor.organisations.map(({ name }) => name).join(", "),
    noteId: crypto.randomUUID(),
    lines: historyOf({ notes, mails }),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  return answerContactForm(request, context, { actor, ...parseParams(params, "contactId") });
}

export default function ContactPage() {
  const { t, i18n } = useTranslation("outreach");
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { contact, files, forgottenOn, isSilent, mentorOf, alike, apart, owners, languages, merges, timeZone } = data;
  const intent = reply?.values?.intent;
  const ownerName = owners.find(({ personId }) => personId === contact.ownerId)?.name;
  return (
    <Page
      title={contact.fullName}
      back={{ to: "/coordinator/contacts", label: t("one.back") }}
      actions={
        contact.mail && (
          <LinkButton look="primary" to={`/coordinator/contacts/${contact.id}/write`}>
            {t("write.title")}
          </LinkButton>
        )
      }
    >
      {intent === "take_back_apart" && <ErrorSummary errors={reply?.errors} />}
      {isSilent && (
        <Notice tone="stop" title={t("silent.title")}>
          {t("silent.text")}
        </Notice>
      )}
      {mentorOf !== null && (
        <Notice>{mentorOf ? t("one.mentorAt", { organisations: mentorOf }) : t("one.mentor")}</Notice>
      )}
      {forgottenOn !== null && (
        <Notice
          tone="wait"
          title={t("unanswered.title", { day: formatDay(forgottenOn, i18n.language, { withYear: true }) })}
        >
          {t("unanswered.text")}
        </Notice>
      )}
      {alike.length > 0 && (
        <Notice
          title={t("one.alike")}
          actions={alike.map((other) => (
            <LinkButton key={other.id} to={`/coordinator/contacts/${contact.id}/merge/${other.id}`}>
              {t("one.compare", { name: [other.fullName, other.organisationName].filter(Boolean).join(", ") })}
            </LinkButton>
          ))}
        >
          {t("one.alikeText")}
        </Notice>
      )}
      {merges.map((merge) => (
        <MergedHere
          key={merge.id}
          merge={merge}
          timeZone={timeZone}
          reply={intent === "undo_merge" ? reply : undefined}
        />
      ))}
      <ContactFacts contact={contact} owner={ownerName} files={files} />
      {data.organisation && <AtOrganisation name={contact.organisationName} {...data.organisation} />}
      <Section title={t("history.title")}>
        <div className="space-y-6">
          <WriteDown noteId={data.noteId} written={data.lines.length} today={data.today} reply={reply} />
          <ContactHistory lines={data.lines} />
        </div>
      </Section>
      <div>
        {apart.length > 0 && <ApartHere apart={apart} timeZone={timeZone} />}
        <Disclosure summary={t("change.title")} open={intent === "change"}>
          <Form key={contact.revision} reply={intent === "change" ? reply : undefined} scope="change">
            <input type="hidden" name="revision" value={contact.revision} />
            {reply && "reason" in reply && reply.reason === "changed_meanwhile" && (
              <Notice tone="wait" title={t("change.meanwhile")}>
                <p className="font-semibold">{contact.fullName}</p>
                <ContactFacts contact={contact} owner={ownerName} files={files} />
              </Notice>
            )}
            <ContactFields contact={contact} owners={owners} languages={languages} />
            <Button name="intent" value="change" pendingText={t("saving")}>
              {t("change.save")}
            </Button>
          </Form>
        </Disclosure>
        <Disclosure summary={t("forget.title")}>
          <p>{t("forget.text")}</p>
          <Form>
            <Button look="danger" name="intent" value="forget" pendingText={t("saving")}>
              {t("forget.do")}
            </Button>
          </Form>
        </Disclosure>
      </div>
    </Page>
  );
}
