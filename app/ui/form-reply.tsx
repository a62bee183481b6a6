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

/** Tells apart the fields of several forms of one kind on a page. */
export const FieldScope = createContext("");

/** Id of a field's control: the error summary links to it. A page with several such forms names each by its scope. */
export const fieldId = (name: string, scope = "") => (scope === "" ? `field-${name}` : `field-${scope}-${name}`);

/** Names the control of a field in the form that it stands in. */
export function useFieldIds(): (name: string) => string {
  const scope = useContext(FieldScope);
  return (name) => fieldId(name, scope);
}
