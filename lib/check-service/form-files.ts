/** The files a form brings, under whatever name; a file field that nobody touched brings none. */
export function filesIn(form: FormData): File[] {
  return [...form.values()].filter(
    (value): value is File => value instanceof File && (value.size > 0 || isNamed(value)),
  );
}

/** A file field that nobody touched sends an empty file: nameless from the browser, `undefined` from React. */
function isNamed({ name }: File): boolean {
  return name !== "" && name !== "undefined";
}
