import { Body, Container, Head, Heading, Hr, Html, Text } from "@react-email/components";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { isRightToLeft } from "~/i18n";
import { dark, fonts, light } from "./look";
import { Line, MailLink, Small, Telephone } from "./parts";

/** Who writes: the school as its own pages name it. Null for mail of the product itself. */
export interface Sender {
  name: string;
  postalAddress: string;
  helpName: string;
  helpPhone: string;
}

export interface LayoutProps {
  t: TFunction<"mail">;
  language: string;
  subject: string;
  sender: Sender | null;
  /** Whether the school signs with its person who helps, or by itself. */
  signature: "person" | "school";
  /** Where somebody who never asked for mail can stop it. */
  unsubscribeLink: string | null;
  children: ReactNode;
}

/** The sheet every mail is written on. Loads nothing from anywhere, says who sent it and whom to call. */
export function MailLayout({ t, language, subject, sender, signature, unsubscribeLink, children }: LayoutProps) {
  const dir = isRightToLeft(language) ? "rtl" : "ltr";
  return (
    <Html lang={language} dir={dir}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkSheet}</style>
      </Head>
      <Body
        className="paper"
        style={{ margin: 0, padding: "24px 12px", backgroundColor: light.paper, fontFamily: fonts.sans }}
      >
        <main>
          <Container
            className="sheet"
            dir={dir}
            lang={language}
            style={{ maxWidth: "560px", padding: "28px 24px", backgroundColor: light.surface, borderRadius: "8px" }}
          >
            <Text className="soft" style={{ margin: 0, fontSize: "16px", color: light.soft }}>
              {sender?.name ?? t("product")}
            </Text>
            <Heading
              as="h1"
              className="ink"
              style={{
                margin: "4px 0 20px",
                fontFamily: fonts.serif,
                fontSize: "24px",
                lineHeight: "1.3",
                fontWeight: 600,
                color: light.ink,
              }}
            >
              {subject}
            </Heading>
            {children}
            <Hr className="line" style={{ margin: "28px 0 16px", borderColor: light.line }} />
            {sender && signature === "person" && <WhoHelps t={t} sender={sender} />}
            {sender && (
              <Small>
                {sender.name}, {sender.postalAddress}
              </Small>
            )}
            {unsubscribeLink && (
              <Small>
                <MailLink href={unsubscribeLink}>{t("unsubscribe")}</MailLink>
              </Small>
            )}
            <Small>{t("why")}</Small>
          </Container>
        </main>
      </Body>
    </Html>
  );
}

function WhoHelps({ t, sender }: { t: TFunction<"mail">; sender: Sender }) {
  return (
    <Line>
      {t("help", { name: sender.helpName })} <Telephone number={sender.helpPhone} />
    </Line>
  );
}

/** The paper is also painted by the one cell that the body consists of. Clients that know no media queries keep the light sheet, which reads well on its own. */
const darkSheet = `@media (prefers-color-scheme: dark) {
  .paper, .paper td { background-color: ${dark.paper} !important; }
  .sheet, .sheet td { background-color: ${dark.surface} !important; }
  .ink { color: ${dark.ink} !important; }
  .soft { color: ${dark.soft} !important; }
  .line { border-color: ${dark.line} !important; }
  .link { color: ${dark.accent} !important; }
  .action { background-color: ${dark.accent} !important; color: ${dark.onAccent} !important; }
}`;
