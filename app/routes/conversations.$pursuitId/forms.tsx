import { useTranslation } from "react-i18next";
import { LONGEST_MESSAGE } from "~/domain/conversation/message";
import { LONGEST_SHOW, MOST_PICTURES } from "~/domain/conversation/pictures";
import { MOST_PICTURE_BYTES } from "~/domain/picture/read-picture";
import type { ConversationPage } from "~/features/conversations/open-conversation.server";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import type { FormReply } from "~/ui/form-reply";
import { formatNumber, formatPhone } from "~/ui/format";
import { Notice } from "~/ui/notice";
import { SentenceWithPhone } from "~/ui/phone-link";
import { PicturesField } from "~/ui/pictures-field";
import { TextArea, TextField } from "~/ui/text-fields";
import { PhotoLine } from "./photo-line";

interface FormsProps {
  page: ConversationPage & { formKey: string };
  reply: FormReply | undefined;
}

/** What has to be pressed before there is something to read: begin, open or join. */
export function NextStep({ page, reply }: FormsProps) {
  const { t } = useTranslation("conversations");
  const { can, about, role, standing, isBegun, isOpen } = page;
  const answer = reply?.values?.intent === "write" || reply?.values?.messageId ? undefined : reply;
  if (can.read)
    return (
      <EmptyState
        title={t("sealed.title", { student: about.student })}
        action={<OneButton intent="read" reply={answer} label={t("sealed.read")} pending={t("sealed.reading")} />}
      >
        {t("sealed.text")}
      </EmptyState>
    );
  if (standing === "without_messages")
    return isOpen ? null : (
      <EmptyState title={t("without.title")}>
        <WithoutMessages page={page} />
      </EmptyState>
    );
  if (!isBegun)
    return (
      <EmptyState
        title={t("none.title")}
        action={can.open && <OneButton intent="open" reply={answer} label={t("begin")} pending={t("beginning")} />}
      >
        {role === "guardian" && standing === "open" ? t("none.guardian") : t(`none.${standing}`)}
      </EmptyState>
    );
  if (can.join)
    return (
      <EmptyState
        title={t("join.title")}
        action={<OneButton intent="join" reply={answer} label={t("join.do")} pending={t("join.doing")} />}
      >
        {t("join.text")}
      </EmptyState>
    );
  return null;
}

/** Nobody writes with a student under 13: what each of them does instead. The host reads nothing of an age. */
function WithoutMessages({ page: { role, about, school } }: Pick<FormsProps, "page">) {
  const { t } = useTranslation("conversations");
  const phone = formatPhone(school.helpPhone);
  return (
    <SentenceWithPhone
      sentence={t(`without.${role}`, { student: about.student, name: school.helpName, phone })}
      phone={school.helpPhone}
    />
  );
}

interface OneButtonProps {
  intent: string;
  reply: FormReply | undefined;
  label: string;
  pending: string;
}

function OneButton({ intent, reply, label, pending }: OneButtonProps) {
  return (
    <Form reply={reply}>
      <Button look="primary" name="intent" value={intent} pendingText={pending}>
        {label}
      </Button>
    </Form>
  );
}

/** The field to write in, or why nobody writes now. A new message begins with an empty form. */
export function WriteForm({ page, reply }: FormsProps) {
  const { t, i18n } = useTranslation("conversations");
  const { can, school, standing, messages, formKey } = page;
  const answer = reply?.values?.intent === "write" ? reply : undefined;
  // What the first press sent stands: the words that were typed after it are another message.
  const isAnother = answer !== undefined && "reason" in answer && answer.reason === "sent_already";
  // Somebody whose text could not be sent keeps it in front of them, whatever has changed meanwhile.
  if (!can.write && !answer)
    return standing === "open" ? null : (
      <Notice tone={standing === "ended" ? "info" : "wait"}>
        {standing === "without_messages" ? (
          <WithoutMessages page={page} />
        ) : (
          <SentenceWithPhone
            sentence={t(`closed.${standing}`, { name: school.helpName, phone: formatPhone(school.helpPhone) })}
            phone={school.helpPhone}
          />
        )}
      </Notice>
    );
  return (
    <Form
      key={messages.at(-1)?.id ?? ""}
      reply={answer}
      draft={`conversation-${page.pursuitId}`}
      encType="multipart/form-data"
    >
      <input type="hidden" name="formKey" value={String((!isAnother && answer?.values?.formKey) || formKey)} />
      <TextArea
        name="body"
        label={t("body")}
        hint={t("bodyHint", { most: formatNumber(LONGEST_MESSAGE, i18n.language) })}
        maxLength={LONGEST_MESSAGE}
        rows={3}
        dir="auto"
        required
      />
      <AddPictures page={page} reply={answer} />
      <Button look="primary" name="intent" value="write" pendingText={t("sending")}>
        {t("send")}
      </Button>
    </Form>
  );
}

/** Open where something was said of pictures already, or was wrong with them. */
function AddPictures({ page: { role, photos, about }, reply }: FormsProps) {
  const { t, i18n } = useTranslation("conversations");
  const most = formatNumber(MOST_PICTURES, i18n.language);
  const isBegun = Boolean(reply?.values?.show || reply?.errors?.pictures || reply?.errors?.show);
  return (
    <Disclosure summary={t("pictures.add")} open={isBegun}>
      {photos && <PhotoLine photos={photos} student={about.student} />}
      <PicturesField
        name="pictures"
        label={t("pictures.label")}
        hint={t(role === "staff" ? "pictures.hintSchool" : "pictures.hint", { most })}
        most={MOST_PICTURES}
        mostBytes={MOST_PICTURE_BYTES}
        said={{ tooMany: t("fault.tooManyPictures"), tooBig: t("fault.pictureTooBig") }}
      />
      <TextField
        name="show"
        label={t("pictures.show")}
        hint={t("pictures.showHint")}
        maxLength={LONGEST_SHOW}
        dir="auto"
      />
    </Disclosure>
  );
}

/** A guardian goes as they came. */
export function LeaveForm() {
  const { t } = useTranslation("conversations");
  return (
    <Form>
      <Button name="intent" value="leave" pendingText={t("leaving")}>
        {t("leave")}
      </Button>
    </Form>
  );
}
