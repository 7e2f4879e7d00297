import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface FieldProps {
  /** Also the prefix of the ids of hint and error. */
  id: string;
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  /** Said after the label of a field that may stay empty. */
  optional?: string;
}

const CONTROL =
  "w-full min-h-11 rounded-sm border bg-sheet px-3 py-[.55rem] text-base leading-normal text-ink";
const edge = (error: ReactNode) => (error ? "border-alarm border-2" : "border-edge");

function described({ id, hint, error }: FieldProps) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    "aria-describedby": ids || undefined,
    "aria-invalid": error ? (true as const) : undefined,
  };
}

/** Label, hint and answer around one control. */
export function FieldFrame(props: FieldProps & { children: ReactNode; className?: string }) {
  const { id, label, hint, error, optional, children, className } = props;
  return (
    <div className={classNames("mb-4 max-w-prose", className)}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {optional ? <span className="ms-1 text-sm font-normal text-ink-2">{optional}</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1 text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mb-1 text-sm font-semibold text-alarm">
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}

type Own = "label" | "hint" | "error" | "optional" | "id";

/** One line of text, with its label, hint and error. */
export function TextField(props: FieldProps & Omit<ComponentProps<"input">, Own>) {
  const { id, label, hint, error, optional, className, ...rest } = props;
  return (
    <FieldFrame {...{ id, label, hint, error }} {...(optional ? { optional } : {})}>
      <input
        className={classNames(CONTROL, edge(error), className)}
        {...described(props)}
        {...rest}
      />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea(props: FieldProps & Omit<ComponentProps<"textarea">, Own>) {
  const { id, label, hint, error, optional, className, ...rest } = props;
  return (
    <FieldFrame {...{ id, label, hint, error }} {...(optional ? { optional } : {})}>
      <textarea
        className={classNames(CONTROL, "min-h-32", edge(error), className)}
        {...described(props)}
        {...rest}
      />
    </FieldFrame>
  );
}

/** One of several; the options come as children. */
export function SelectField(props: FieldProps & Omit<ComponentProps<"select">, Own>) {
  const { id, label, hint, error, optional, className, ...rest } = props;
  return (
    <FieldFrame {...{ id, label, hint, error }} {...(optional ? { optional } : {})}>
      <select
        className={classNames(CONTROL, edge(error), className)}
        {...described(props)}
        {...rest}
      />
    </FieldFrame>
  );
}
