import sharp from 'sharp';
import type { Locale } from '../../i18n/locale';
import { mark } from '../../lib/mark';
import type { Scene } from '../vignette/scene';
import { breakLines } from './break-lines';
import { outlinesOf, widthOf } from './glyphs';
import { colourOf, pictureOf, styles } from './picture';
import { cardSize } from './size';

/** What is shown where an address is shared. */
export interface Card {
  locale: Locale;
  /** The name of the site, beside its mark. */
  site: string;
  title: string;
  /** What it belongs to, in a few words beside the name. */
  line: string;
  scene: Scene;
  /** Steadies the hand that draws the scene. */
  name: string;
}

const margin = 80;
const room = cardSize.width - 2 * margin;

/** A title keeps to two lines; a long one is set smaller. */
function setTitle(title: string, locale: Locale): { lines: string[]; size: number } {
  const set = (size: number) => ({
    size,
    lines: breakLines(title, locale, (line) => widthOf(line, locale) * size, room),
  });
  return set(72).lines.length === 1
    ? set(72)
    : ([64, 56].map(set).find(({ lines }) => lines.length <= 2) ?? set(48));
}

/** The card as SVG. Its words are outlines: the machine that builds may have no font at all. */
export function drawCard({ locale, site, title, line, scene, name }: Card): string {
  const { lines, size } = setTitle(title, locale);
  const leading = size * 1.28;
  const first = lines.length === 1 ? 206 : 178;
  const beside = margin + 62 + widthOf(site, locale) * 32 + 28;
  const text = (words: string, x: number, y: number, height: number, role: string) =>
    `<path fill="${colourOf(role)}" d="${outlinesOf(words, locale, { x, y, size: height })}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
<style>${styles}</style>
<defs><linearGradient id="edges"><stop offset="0" stop-color="#000"/><stop offset=".08" stop-color="#fff"/>
<stop offset=".92" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
<mask id="fade"><rect width="1200" height="420" fill="url(#edges)"/></mask></defs>
<rect width="1200" height="630" fill="${colourOf('paper')}"/>
<g transform="translate(84 274) scale(.86)" mask="url(#fade)">${pictureOf(scene, name)}</g>
<g transform="translate(${margin} 46) scale(1.15)">
<circle cx="20" cy="20" r="${mark.rim}" fill="none" stroke="${colourOf('thread')}" stroke-width="2"/>
<path fill="${colourOf('thread')}" d="${mark.far}"/><path fill="${colourOf('primary')}" d="${mark.near}"/></g>
${text(site, margin + 62, 80, 32, 'ink')}
${lines.map((words, index) => text(words, margin, first + index * leading, size, 'ink')).join('')}
${text(line, beside, 80, 26, 'primary')}
</svg>`;
}

/** The card as JPEG, 1200 × 630: its washes would take four times the bytes as PNG. */
export const renderCard = (card: Card): Promise<Buffer> =>
  sharp(Buffer.from(drawCard(card)))
    .jpeg({ quality: 84, chromaSubsampling: '4:4:4' })
    .toBuffer();

/** The card as the answer to a request. */
export const answerCard = async (card: Card): Promise<Response> =>
  new Response(new Uint8Array(await renderCard(card)), {
    headers: { 'content-type': 'image/jpeg' },
  });
