import { createContext, useContext } from "react";

/** What an action answers when it cannot accept a form: what was typed, and a sentence per field that needs work. */
export interface FormReply {
  values?: Record<string, string | string[] | undefined> | undefined;
  /** Field name to a translated sentence. The empty name "" holds what concerns the whole form. */
  errors?: Record<string, string | undefined> | undefined;
}

export const FormReplyContext = createContext<FormReply>({});

/** What the last answer says about one field. */
export function useFieldReply(name: string): { typed: string | string[] | undefined; error: string | undefined } {
  const { values, errors } = useContext(FormReplyContext);
  return { typed: values?.[name], error: errors?.[name] };
}

/** Id of a field's control: the error summary links to it. */
export const fieldId = (name: string) => `field-${name}`;
