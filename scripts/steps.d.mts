export function step<T>(
  title: string,
  work: (report: (text: string) => void) => Promise<T> | T,
): Promise<T>;
