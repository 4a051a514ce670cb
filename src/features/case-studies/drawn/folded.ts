import { city } from './city';

/** Pixels for a kilometre, and the drawing's whole width. */
const scale = 2;
const width = 280;
const apart = 14;

/**
 * A length laid beside the city in runs from its north to its south, all on one scale. Lengths of one page
 * lie equally close, so that they can be compared: the longest takes the width there is.
 */
export function fold(kilometres: number, longest = kilometres) {
  const runs = kilometres / city.northSouth;
  const [boxWidth, height] = [city.eastWest * scale, city.northSouth * scale];
  const start = boxWidth + apart;
  const pitch = Math.min(12, (width - start) / Math.ceil(longest / city.northSouth));
  const path = Array.from({ length: Math.ceil(runs) }, (_, run) => {
    const length = Math.min(1, runs - run) * height;
    return `M${(start + (run + 0.5) * pitch).toFixed(1)} 0v${length.toFixed(1)}`;
  }).join('');
  return { runs, path, boxWidth, height, width: start + Math.ceil(runs) * pitch, pitch };
}
