/** The paper an app's window shows while it opens. */
export const appPaper = '#faf7f0';

/** The icons of whatever is put on a device's screen; the PNGs are drawn at build (site.mjs). */
export const appIcons = [
  { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
  { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];
