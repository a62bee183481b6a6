import { Form as RemixForm, type FormProps as RemixFormProps } from "@remix-run/react";
import { useRef } from "react";
import { ErrorSummary } from "./error-summary";
import { FieldScope, type FormReply, FormReplyContext } from "./form-reply";
import { useDraft } from "./use-draft";

interface FormProps extends RemixFormProps {
  /** What the action answered (`useActionData()`): its values and errors reach the fields by name. */
  reply?: FormReply | null | undefined;
  /** A name under which this browser tab keeps what was typed, until the form is accepted. */
  draft?: string;
  /** What tells this form from others of its kind on the page, such as the id of its row. */
  scope?: string;
}

/** A form that posts, works without scripts, keeps what was typed, and lists its faults at the top. */
export function Form({ reply, draft, scope = "", children, className = "space-y-6", ...props }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const accepted = useDraft(form, { name: draft, reply });
  return (
    <RemixForm key={accepted} ref={form} method="post" noValidate className={className} {...props}>
      <FieldScope.Provider value={scope}>
        <FormReplyContext.Provider value={reply ?? {}}>
          <ErrorSummary errors={reply?.errors} />
          {children}
        </FormReplyContext.Provider>
      </FieldScope.Provider>
    </RemixForm>
  );
}
