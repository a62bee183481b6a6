import { useLocation, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Select } from "./choice-fields";
import { Form } from "./form";
import type { FormReply } from "./form-reply";
import { Page } from "./page";
import { TextArea, TextField } from "./text-fields";
import { TextLink } from "./text-link";

interface QuestionPageProps {
  /** One, or none where the link says which, and nobody is asked to choose. */
  schools: readonly { id: string; name: string }[];
  /** The school knows who asks, and how to reach them. */
  known: boolean;
  reply: FormReply | null | undefined;
}

/** A question to the people of a school, signed in or not. */
export function QuestionPage({ schools, known, reply }: QuestionPageProps) {
  const { t } = useTranslation("questions");
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  if (search.has("sent") && !reply)
    return (
      <Page title={t("sent.title")} lead={t("sent.lead")}>
        <p>
          <TextLink to={pathname}>{t("sent.again")}</TextLink>
        </p>
      </Page>
    );
  return (
    <Page title={t("title")} lead={t("lead")}>
      <p>{t("danger")}</p>
      <Form reply={reply} draft="question">
        {schools.length > 1 ? (
          <Select
            name="schoolId"
            label={t("field.school")}
            required
            emptyLabel=""
            choices={schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          schools[0] && <input type="hidden" name="schoolId" value={schools[0].id} />
        )}
        <TextArea
          name="question"
          label={t("field.question")}
          hint={t("field.questionHint")}
          maxLength={2000}
          rows={5}
          required
        />
        {!known && <TextField name="name" label={t("field.name")} maxLength={120} required autoComplete="name" />}
        <TextField
          name="contact"
          label={t(known ? "field.contactKnown" : "field.contact")}
          hint={t(known ? "field.contactKnownHint" : "field.contactHint")}
          maxLength={200}
          required={!known}
          autoComplete="off"
        />
        <p className="text-ink-soft">{t("promise")}</p>
        <Button look="primary" pendingText={t("sending")}>
          {t("send")}
        </Button>
      </Form>
    </Page>
  );
}
