/** A printed cell as it is written down: its words or its figure, and how far it reaches. */
export interface Written {
  text: string;
  cell?: string | undefined;
  colSpan: number;
  rowSpan: number;
}

/** A way of writing one table down. */
export type TableWriter = (rows: readonly Written[][]) => string;
