"use client";

import { type KeyboardEvent, useEffect, useState, useSyncExternalStore } from "react";
import { type GroupName, moved, type Option } from "./suggest-options.ts";
import { useSuggestions } from "./use-suggestions.ts";

export interface SuggestWords {
  label: string;
  placeholder: string;
  groups: Readonly<Record<GroupName, string>>;
  /** How many suggestions there are, said aloud; `#` stands for the number. */
  count: string;
}

interface SuggestBoxProps {
  id: string;
  defaultValue?: string;
  words: SuggestWords;
  /** What stands before an address in this language. */
  prefix: string;
  className: string;
}

/** A search box that suggests agencies, regions and reports as one types (ARIA combobox); without script a plain field. */
export function SuggestBox({ id, defaultValue = "", words, prefix, className }: SuggestBoxProps) {
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(-1);
  const [isShut, setShut] = useState(false);
  const isLive = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  const options = useSuggestions(typed);
  const isOpen = options.length > 0 && !isShut;
  const list = `${id}-options`;
  const current = isOpen ? options[active] : undefined;

  const change = (value: string) => {
    setTyped(value);
    setActive(-1);
    setShut(false);
  };
  const shut = () => setShut(true);
  // Who goes back or forward looks at the results.
  useEffect(() => {
    addEventListener("popstate", shut);
    return () => removeEventListener("popstate", shut);
  });
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter and arrows belong to the input method while a word is being composed.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !current) shut();
    if (!isOpen) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setActive(moved(active, event.key === "ArrowDown" ? 1 : -1, options.length));
    } else if (event.key === "Escape") {
      event.preventDefault();
      shut();
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      location.assign(prefix + current.path);
    }
  };
  return (
    <div className={`suggest ${className}`}>
      <input
        id={id}
        type="search"
        name="q"
        aria-label={words.label}
        {...(isLive
          ? {
              role: "combobox",
              "aria-autocomplete": "list",
              "aria-expanded": isOpen,
              "aria-controls": list,
            }
          : {})}
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        autoComplete="off"
        defaultValue={defaultValue}
        placeholder={words.placeholder}
        maxLength={200}
        onChange={(event) => change(event.target.value)}
        onKeyDown={press}
        onBlur={shut}
      />
      <SuggestList
        id={id}
        list={list}
        options={isOpen ? options : []}
        active={active}
        words={words}
        prefix={prefix}
      />
      <span role="status" className="sr-only">
        {isOpen ? words.count.replace("#", String(options.length)) : ""}
      </span>
    </div>
  );
}

interface SuggestListProps {
  id: string;
  list: string;
  options: readonly Option[];
  active: number;
  words: SuggestWords;
  prefix: string;
}

function SuggestList({ id, list, options, active, words, prefix }: SuggestListProps) {
  const names = [...new Set(options.map(({ group }) => group))];
  return (
    <div id={list} role="listbox" aria-label={words.label} hidden={options.length === 0}>
      {names.map((name) => (
        <fieldset key={name} aria-label={words.groups[name]}>
          <p aria-hidden="true">{words.groups[name]}</p>
          {options.map((option, index) =>
            option.group === name ? (
              <div
                key={option.id}
                id={`${id}-${option.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onMouseDown={(event) => {
                  event.preventDefault();
                  location.assign(prefix + option.path);
                }}
              >
                {option.label} {option.detail === "" ? null : <small>{option.detail}</small>}
              </div>
            ) : null,
          )}
        </fieldset>
      ))}
    </div>
  );
}
