import type { Area } from './schema';

/** Square metres in each unit; 15 mu are a hectare. */
const inSquareMetres: Record<Area['unit'], number> = {
  mu: 10_000 / 15,
  'square-metres': 1,
  'square-kilometres': 1_000_000,
};

const width = 264;
const highest = 116;
const apart = 16;

/** The sides of two squares whose areas are as the given ones, in pixels, and how many of one fill the other. */
export function sidesOf(own: Omit<Area, 'label'>, beside: Omit<Area, 'label'>) {
  const area = ({ value, unit }: Omit<Area, 'label'>) => value * inSquareMetres[unit];
  const [first, second] = [Math.sqrt(area(own)), Math.sqrt(area(beside))];
  const scale = Math.min(highest / Math.max(first, second), (width - apart) / (first + second));
  return { own: first * scale, beside: second * scale, apart };
}
