import { deliverMail } from "~/features/mail/deliver-mail.server";
import type { Wiring } from "~/wiring";
import type { Payload } from "./catalogue";

/** The verb adds the next try itself, so a job that returns is done whatever became of the mail. */
export async function deliverOneMail(wiring: Wiring, payload: Payload<"deliver-mail">): Promise<void> {
  const delivery = await deliverMail(wiring, payload);
  wiring.log.info({ mailId: payload.mailId, delivery }, "mail");
}
