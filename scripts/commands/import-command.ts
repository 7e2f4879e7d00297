/** What `gongkai import` can be told. */
export interface ImportCommand {
  publish?: true;
  replace?: true;
  agency?: string;
  region?: string;
  map?: string;
  sourceBase?: string;
  results?: string;
  dryRun?: true;
  jobs: number;
  as?: string;
  json?: true;
  list?: true;
  undo?: string;
  publishBatch?: string;
}
