/** The files at `/data/<name>.json`. Names stay as they are. */
export const fileNames = [
  'cases',
  'indicators',
  'projects',
  'events',
  'coins',
  'satisfaction',
] as const;
export type FileName = (typeof fileNames)[number];
