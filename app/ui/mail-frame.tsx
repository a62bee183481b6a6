import { useNonce } from "~/nonce";

interface MailFrameProps {
  html: string;
  title: string;
  /** In which light; left out, that of the device. */
  look?: "light" | "dark";
}

const MEDIA = { device: "@media (prefers-color-scheme: dark)", light: "@media not all", dark: "@media all" };

/**
 * A mail as a mail program shows it: in a document without scripts, forms or an origin of its own, whose links open in the
 * whole window. The page's Content-Security-Policy holds inside, so its style sheet needs the page's nonce.
 */
export function MailFrame({ html, title, look }: MailFrameProps) {
  const nonce = useNonce();
  const shown = html
    .replaceAll("<style>", `<style nonce="${nonce}">`)
    .replaceAll('target="_blank"', 'target="_top"')
    .replaceAll("@media (prefers-color-scheme: dark)", MEDIA[look ?? "device"]);
  return (
    <iframe
      title={title}
      sandbox="allow-top-navigation-by-user-activation"
      srcDoc={shown}
      suppressHydrationWarning
      className="h-[44rem] w-full rounded-md border border-line bg-surface"
    />
  );
}
