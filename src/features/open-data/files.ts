/** The files at `/data/<name>.json`. Names stay as they are. */
export const fileNames = [
  'cases',
  'indicators',
  'projects',
  'figures',
  'waters',
  'sights',
  'cultures',
  'protected-sites',
  'intangible',
  'farming',
  'clusters',
  'towns',
  'departments',
  'events',
  'coins',
  'satisfaction',
] as const;
export type FileName = (typeof fileNames)[number];
