import type { AccountOnPage } from "~/features/fund/accounts-on-page.server";

/** Which account a form is about, and as which revision it was shown: a change by somebody else in the meantime is told. */
export function ShownAccount({ account }: { account: AccountOnPage }) {
  return (
    <>
      <input type="hidden" name="accountId" value={account.accountId} />
      <input type="hidden" name="seen" value={account.revision} />
    </>
  );
}
