import { telephoneAddress } from "~/domain/phone";
import { formatPhone } from "./format";

/** A phone number that calls when pressed and stays on one line. Words that are no number stay words. */
export function PhoneLink({ phone }: { phone: string }) {
  const address = telephoneAddress(phone);
  const written = formatPhone(phone);
  if (address === null) return written;
  return (
    <a
      href={address}
      className="text-accent underline decoration-1 underline-offset-4 hover:text-accent-deep hover:decoration-2"
    >
      <bdi className="whitespace-nowrap">{written}</bdi>
    </a>
  );
}

/** A sentence of the catalogue, filled with `formatPhone(phone)`, in which the number is a link. */
export function SentenceWithPhone({ sentence, phone }: { sentence: string; phone: string }) {
  const at = sentence.indexOf(formatPhone(phone));
  if (at < 0) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <PhoneLink phone={phone} />
      {sentence.slice(at + phone.length)}
    </>
  );
}
