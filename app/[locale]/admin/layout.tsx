import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { SignOutButton } from "#components/identity/sign-out-button.tsx";
import { signOutAction } from "../sign-in/actions.ts";
import { signedIn } from "../signed-in.ts";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { name } = await signedIn();
  const { admin, desk, common } = await getMessages();
  return (
    <>
      <div className="mx-auto w-full max-w-page px-[clamp(1rem,3vw,2rem)] pt-3">
        <SignOutButton action={signOutAction} name={name} />
      </div>
      <NextIntlClientProvider messages={{ admin, desk, common }}>{children}</NextIntlClientProvider>
    </>
  );
}
