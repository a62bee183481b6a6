import type { FormReply } from "~/ui/form-reply";

/** The answer if it is to this form of the page: forms are told apart by what they do, and by the row they do it to. */
export function replyTo(
  reply: FormReply | undefined,
  form: { intent: string } & Record<string, string>,
): FormReply | undefined {
  const isThis = Object.entries(form).every(([name, value]) => reply?.values?.[name] === value);
  return reply && isThis ? reply : undefined;
}
