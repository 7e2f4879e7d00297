import { Button } from "#components/ui/button.tsx";
import type { Locale } from "#i18n/locales.ts";
import en from "#messages/en/errors.json" with { type: "json" };
import zh from "#messages/zh-CN/errors.json" with { type: "json" };

/** What stands where a page broke. It brings its own texts, since nothing else can be relied on here. */
export function FaultView(props: { locale: Locale; digest: string | null; retry: () => void }) {
  const texts = props.locale === "en" ? en.fault : zh.fault;
  return (
    <div className="mx-auto w-full max-w-page px-[clamp(1rem,3vw,2rem)] pb-14" role="alert">
      <h1 className="mt-14">{texts.title}</h1>
      <p className="mt-2 mb-6 max-w-prose">{texts.body}</p>
      {props.digest ? (
        <p className="mb-6 text-sm text-ink-2">
          {texts.digest}
          <code>{props.digest}</code>
        </p>
      ) : null}
      <Button type="button" onClick={props.retry}>
        {texts.retry}
      </Button>
    </div>
  );
}
