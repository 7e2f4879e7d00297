import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";

interface DemoAccountsProps {
  accounts: readonly { login: string; name: string; roles: readonly string[] }[];
  /** The one they all share. */
  password: string;
}

const ROLES = ["editor", "reviewer", "moderator", "admin", "auditor"] as const;

/** The accounts of the demonstration, with what is not as safe about them as in earnest; nothing where there are none. */
export function DemoAccounts({ accounts, password }: DemoAccountsProps) {
  const t = useTranslations("identity");
  if (accounts.length === 0) return null;
  const roleNames = (roles: readonly string[]) =>
    ROLES.filter((role) => roles.includes(role))
      .map((role) => t(`roles.${role}`))
      .join(t("demo.separator"));
  return (
    <section aria-labelledby="demo-accounts" className="mt-9 max-w-prose">
      <h2 id="demo-accounts">{t("demo.title")}</h2>
      <Notice>
        <p>{t("demo.warning")}</p>
      </Notice>
      <table className="w-full [&_td]:py-2 [&_td]:pe-4 [&_th]:py-2 [&_th]:pe-4 [&_th]:text-start [&_tr]:border-b [&_tr]:border-rule">
        <thead>
          <tr>
            <th scope="col">{t("form.login")}</th>
            <th scope="col">{t("demo.name")}</th>
            <th scope="col">{t("demo.role")}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ login, name, roles }) => (
            <tr key={login}>
              <th scope="row">
                <code>{login}</code>
              </th>
              <td>{name}</td>
              <td>{roleNames(roles)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3">
        {t.rich("demo.password", { password, code: (text) => <code>{text}</code> })}
      </p>
    </section>
  );
}
