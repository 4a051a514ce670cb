import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasGoldCrest, isWash } from '../vignette/ink';
import { paint, type Scene } from '../vignette/scene';
import { crest, directionOf, washes } from '../vignette/washes';

// Cards are drawn at build, in the project's folder; the style sheets stay the one place of colours.
const read = (file: string) => readFileSync(join(process.cwd(), 'src', file), 'utf8');

/** The colours by role in the light scheme: the first rule of `tokens.css`. */
const roles = new Map(
  [...(read('styles/tokens.css').split('}')[0] ?? '').matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(
    ([, role = '', colour = '']) => [role, colour],
  ),
);

/** A colour of the light scheme. */
export function colourOf(role: string): string {
  const colour = roles.get(role);
  if (!colour) throw new Error(`tokens.css has no colour --${role}.`);
  return colour;
}

/** The rules of the vignettes as a drawing outside a page can read them: plain colours, no media. */
export const styles = read('components/vignette/vignette.css')
  .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\}\s*)*\}/g, '')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/^\.vignette \{[^}]*\}/m, '.vignette { fill: none }')
  .replace(/var\(--([a-z-]+)\)/g, (_, role: string) => colourOf(role))
  .replace(/\.vignette :is\(([^)]*)\)/g, (_, list: string) =>
    list
      .split(',')
      .map((each) => `.vignette ${each.trim()}`)
      .join(', '),
  );

const ends = { down: 'x2="0" y2="1"', sideways: 'x2="1" y2="0"' };

function gradient(name: keyof typeof washes | 'crest'): string {
  const direction = directionOf(name);
  const stops = (name === 'crest' ? crest : washes[name])
    .map(
      ([offset, tint, opacity]) =>
        `<stop offset="${offset}" class="tint-${tint}" stop-opacity="${opacity}"/>`,
    )
    .join('');
  return direction === 'outwards'
    ? `<radialGradient id="${name}">${stops}</radialGradient>`
    : `<linearGradient id="${name}" x1="0" y1="0" ${ends[direction]}>${stops}</linearGradient>`;
}

/** A vignette as the inside of an SVG, 1200 wide and 420 high: what Picture.astro draws in a page. */
export function pictureOf(scene: Scene, name: string): string {
  const marks = paint(scene, name);
  const names = new Set(marks.map(({ ink }) => ink).filter(isWash));
  const paths = marks.map(({ ink, d }) => {
    if (!isWash(ink)) return `<path class="${ink}" d="${d}"/>`;
    const stroke = hasGoldCrest(ink) ? ' stroke="url(#crest)"' : '';
    return `<path fill="url(#${ink})"${stroke} d="${d}"/>`;
  });
  const defs = [...names, 'crest' as const].map(gradient).join('');
  return `<g class="vignette"><defs>${defs}</defs>${paths.join('')}</g>`;
}
