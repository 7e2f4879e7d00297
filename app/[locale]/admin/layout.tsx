import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { SignOutButton } from "#components/identity/sign-out-button.tsx";
import { AdminNav } from "#components/upkeep/admin-nav.tsx";
import { mayKeepIndex } from "#lib/upkeep/runs.commands.ts";
import { signOutAction } from "../sign-in/actions.ts";
import { signedIn } from "../signed-in.ts";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await signedIn();
  const { admin, desk, common } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ admin, desk, common }}>
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-5 px-[clamp(1rem,3vw,2rem)] pt-3">
        {mayKeepIndex(actor) ? <AdminNav /> : <span />}
        <SignOutButton action={signOutAction} name={actor.name} />
      </div>
      {children}
    </NextIntlClientProvider>
  );
}
