import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { signedIn } from "../signed-in.ts";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  await signedIn();
  const { desk, common } = await getMessages();
  return <NextIntlClientProvider messages={{ desk, common }}>{children}</NextIntlClientProvider>;
}
