import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Handshake, LogIn, UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { readViewer } from "~/http/viewer.server";
import { LinkButton } from "~/ui/button";
import { mainId } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Audiences } from "./audiences";
import { HowAndPromises } from "./how-and-promises";
import { Picture } from "./picture";

export const handle: PageHandle = { title: "landing:title" };

/** Who is signed in has better pages than this one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await readViewer(request, context)) throw redirect("/home");
  return { local: context.wiring.env.mode === "local" };
}

export default function Landing() {
  const { t } = useTranslation(["landing", "common"]);
  const { local } = useLoaderData<typeof loader>();
  return (
    <main id={mainId} tabIndex={-1} className="flex-1">
      <div className="page-width grid items-center gap-x-12 gap-y-8 pt-10 pb-12 md:grid-cols-[6fr_5fr] md:pt-14">
        <div>
          <h1 className="text-display">{t("headline")}</h1>
          <p className="mt-5 max-w-[34rem] text-lead">{t("lead")}</p>
          <div className="mt-7 flex flex-wrap gap-3">
            <LinkButton look="primary" to="/sign-in" icon={LogIn}>
              {t("common:account.signIn")}
            </LinkButton>
            <LinkButton to="/offer" icon={Handshake}>
              {t("offer")}
            </LinkButton>
            {local && (
              <LinkButton to="/local/cast" icon={UsersRound}>
                {t("cast")}
              </LinkButton>
            )}
          </div>
        </div>
        <Picture label={t("picture")} />
      </div>
      <Audiences />
      <HowAndPromises />
    </main>
  );
}
