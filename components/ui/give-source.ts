/** A pasted text shorter than this is meant for no report. */
const LEAST_TEXT = 100;

interface Dropping {
  over: (isOver: boolean) => void;
  /** `others`: how many more were let go with it, which are not taken. */
  drop: (file: File, others: number) => void;
}

/** Lets a file be dropped anywhere on a form; answers how to stop. */
export function droppable(form: HTMLFormElement, { over, drop }: Dropping): () => void {
  const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
  const enter = (event: DragEvent) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    over(true);
  };
  const leave = ({ relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) over(false);
  };
  const letGo = (event: DragEvent) => {
    over(false);
    const [file, ...others] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    drop(file, others.length);
  };
  form.addEventListener("dragenter", enter);
  form.addEventListener("dragover", enter);
  form.addEventListener("dragleave", leave);
  form.addEventListener("drop", letGo);
  return () => {
    form.removeEventListener("dragenter", enter);
    form.removeEventListener("dragover", enter);
    form.removeEventListener("dragleave", leave);
    form.removeEventListener("drop", letGo);
  };
}

/** Puts a file into the form's own field, as if it had been chosen there. */
export function giveFile(form: HTMLFormElement, file: File): void {
  const field = form.querySelector<HTMLInputElement>('input[type="file"]');
  if (!field) return;
  choose(form, "file");
  const list = new DataTransfer();
  list.items.add(file);
  field.files = list.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A whole report or a file pasted beside the fields goes where it belongs; answers how to stop. */
export function pasteWhole(form: HTMLFormElement): () => void {
  const paste = (event: ClipboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("textarea");
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const isOurs = form.contains(event.target as Node) || event.target === document.body;
    if (!isOurs || isTyping || (!file && text.length < LEAST_TEXT)) return;
    event.preventDefault();
    if (file) giveFile(form, file);
    else giveText(form, text);
  };
  document.addEventListener("paste", paste);
  return () => document.removeEventListener("paste", paste);
}

function giveText(form: HTMLFormElement, text: string): void {
  choose(form, "paste");
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

function choose(form: HTMLFormElement, how: string): void {
  const radio = form.querySelector<HTMLInputElement>(`input[name="how"][value="${how}"]`);
  if (radio) radio.checked = true;
}
