import { organisationNameKey } from "../organisation/name-key";
import type { ContactFields } from "../outreach/contact";
import { telephoneAddress } from "../phone";
import { fold } from "./clean-text";

/** Somebody whom the school keeps already, or whom an earlier row of the file brings in. */
export interface KnownContact extends ContactFields {
  id: string;
  /** What notes about them say, as far as the file says it too. */
  notes: readonly string[];
}

type Named = Pick<ContactFields, "fullName" | "organisationName">;

/** The contacts of a school by what tells that a row means one of them. */
export class ContactBook {
  readonly #byMail = new Map<string, KnownContact>();
  readonly #byPhone = new Map<string, KnownContact[]>();
  readonly #byName = new Map<string, KnownContact[]>();

  constructor(contacts: readonly KnownContact[]) {
    for (const contact of contacts) this.put(contact, undefined);
  }

  /** Whoever has the address: one at most, as in the table. */
  withMail(mail: string): KnownContact | undefined {
    return this.#byMail.get(mail);
  }

  /** Whoever has the number, however it is written. */
  withPhone(phone: string): readonly KnownContact[] {
    return this.#byPhone.get(telephoneAddress(phone) ?? "") ?? [];
  }

  /** Whoever has the name at an organisation of the name; nobody without an organisation. */
  named(named: Named): readonly KnownContact[] {
    const key = nameKeyOf(named);
    return key === null ? [] : (this.#byName.get(key) ?? []);
  }

  /** Puts somebody in, in the place of what was known of them before. */
  put(contact: KnownContact, before: KnownContact | undefined): void {
    if (contact.mail !== "") this.#byMail.set(contact.mail, contact);
    replace(this.#byPhone, telephoneAddress(contact.phone), before && telephoneAddress(before.phone), contact);
    replace(this.#byName, nameKeyOf(contact), before && nameKeyOf(before), contact);
  }
}

function replace(
  lists: Map<string, KnownContact[]>,
  key: string | null,
  formerKey: string | null | undefined,
  contact: KnownContact,
): void {
  const others = (name: string) => (lists.get(name) ?? []).filter(({ id }) => id !== contact.id);
  if (formerKey) lists.set(formerKey, others(formerKey));
  if (key) lists.set(key, [...others(key), contact]);
}

function nameKeyOf({ fullName, organisationName }: Named): string | null {
  const organisation = organisationNameKey(organisationName);
  return organisation === "" ? null : `${fold(fullName)} at ${organisation}`;
}
