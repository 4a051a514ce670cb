import type { Option, Question } from './schema.ts';

/** A number that the same words always give: FNV-1a over UTF-16 units. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < words.length; place += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(place), 0x01000193);
  }
  // Mixed once more, because neighbouring ids would else stay neighbours.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * The options in the order they are offered in on this device: shuffled where the question says so, the same way each
 * time for the same seed, “don't know” last.
 */
export function optionsInOrder(question: Question, seed: string): Option[] {
  if (!('options' in question)) return [];
  if (question.kind === 'matrix' || !question.random) return question.options;
  const placeOf = (option: Option) => hashOf(`${seed} ${question.id} ${option.id}`);
  const known = question.options.filter(({ dont_know }) => !dont_know);
  return [
    ...known.sort((one, other) => placeOf(one) - placeOf(other)),
    ...question.options.filter(({ dont_know }) => dont_know),
  ];
}
